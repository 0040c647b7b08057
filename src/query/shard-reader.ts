import type { Day, Paper } from '../paper.ts';
import { papers } from '../store/kinds.ts';
import { shardPath } from '../store/shard.ts';
import { LeastRecent } from './least-recent.ts';
import { paperParser, type SnapshotReading } from './snapshot-reading.ts';

/** Shards held at once: a build walks through days in order, and replacements reach back a few months. */
const HELD = 96;

/** Reads single records of announcement days; the rest of a shard is held as text, not parsed. */
export class ShardReader {
  readonly #lines: LeastRecent<Day, string[]>;
  readonly #parse: (line: string) => Paper;

  constructor(snapshot: SnapshotReading) {
    this.#parse = paperParser(snapshot);
    this.#lines = new LeastRecent(HELD, (date) =>
      snapshot.read(shardPath(papers.name, date)).toString('utf8').split('\n'),
    );
  }

  /** @param line counted from 0 */
  record(date: Day, line: number): Paper {
    const text = this.#lines.get(date)[line];
    if (!text) throw new Error(`the shard of ${date} has no line ${line + 1}`);
    return this.#parse(text);
  }
}
