import type { Day, Paper } from '../paper.ts';
import { papers } from '../store/kinds.ts';
import { shardPath } from '../store/shard.ts';
import { LeastRecent } from './least-recent.ts';
import { paperParser, type SnapshotReading } from './snapshot-reading.ts';

/** Shards held at once: a build walks through days in order, and replacements reach back a few months. */
const HELD = 128;

interface Shard {
  bytes: Buffer;
  /** Where each line starts, and after the last the end. */
  starts: number[];
}

/** Reads single records of announcement days; the rest of a shard is held as bytes, neither decoded nor parsed. */
export class ShardReader {
  readonly #shards: LeastRecent<Day, Shard>;
  readonly #parse: (line: string) => Paper;

  constructor(snapshot: SnapshotReading) {
    this.#parse = paperParser(snapshot);
    this.#shards = new LeastRecent(HELD, (date) =>
      cutLines(snapshot.read(shardPath(papers.name, date))),
    );
  }

  /** @param line counted from 0 */
  record(date: Day, line: number): Paper {
    const { bytes, starts } = this.#shards.get(date);
    const [start, end] = [starts[line], starts[line + 1]];
    if (start === undefined || end === undefined) {
      throw new Error(`the shard of ${date} has no line ${line + 1}`);
    }
    return this.#parse(bytes.toString('utf8', start, end));
  }
}

function cutLines(bytes: Buffer): Shard {
  const starts = [0];
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) starts.push(at + 1);
  return { bytes, starts };
}
