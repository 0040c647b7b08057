/** A record as it lies in its shard, in bytes from the beginning; the line's end is not part of it. */
export interface ShardLine {
  at: number;
  bytes: number;
  text: string;
}

/** The lines of a shard in their order; empty ones are left out. */
export function* linesOf(shard: Buffer): Generator<ShardLine> {
  for (let at = 0; at < shard.length;) {
    const found = shard.indexOf(0x0a, at);
    const end = found < 0 ? shard.length : found;
    if (end > at) yield { at, bytes: end - at, text: shard.toString('utf8', at, end) };
    at = end + 1;
  }
}
