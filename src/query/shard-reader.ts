import type { Day, Paper } from '../paper.ts';

/** Shards held at once: a build walks through days in order, and replacements reach back a few months. */
const HELD = 96;

/** Reads the records of announcement days, holding the shards used last. */
export class ShardReader {
  readonly #read: (date: Day) => Buffer;
  readonly #held = new Map<Day, string[]>();

  /** @param read gives the bytes of a day's shard */
  constructor(read: (date: Day) => Buffer) {
    this.#read = read;
  }

  record(date: Day, line: number): Paper {
    const text = this.#lines(date)[line];
    if (text === undefined) throw new Error(`the shard of ${date} has no line ${line + 1}`);
    return JSON.parse(text) as Paper;
  }

  #lines(date: Day): string[] {
    const lines = this.#held.get(date) ?? this.#read(date).toString('utf8').split('\n');
    this.#held.delete(date);
    this.#held.set(date, lines);
    const oldest = this.#held.keys().next();
    if (this.#held.size > HELD && !oldest.done) this.#held.delete(oldest.value);
    return lines;
  }
}
