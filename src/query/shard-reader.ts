import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Day, Paper } from '../paper.ts';
import { papers } from '../store/kinds.ts';
import { shardPath } from '../store/shard.ts';
import { digest } from './digest.ts';
import { paperParser, type SnapshotReading } from './snapshot-reading.ts';

/** Where a record lies in the shard of its day, in bytes, and the digest of its text. */
export interface Place {
  at: number;
  bytes: number;
  record: string;
}

/** Reads records of announcement days: all of a day, or one without the rest of its shard. */
export class ShardReader {
  readonly #snapshot: SnapshotReading;
  readonly #parse: (line: string) => Paper;

  constructor(snapshot: SnapshotReading) {
    this.#snapshot = snapshot;
    this.#parse = paperParser(snapshot);
  }

  /** The records at these places, in their order. @throws when the shard is not the one that the manifest names */
  all(date: Day, places: readonly Place[]): Paper[] {
    if (places.length === 0) return [];
    const shard = this.#snapshot.read(shardPath(papers.name, date));
    return places.map(({ at, bytes }) => this.#parse(shard.toString('utf8', at, at + bytes)));
  }

  /** One record, proved by its digest. Where other bytes lie there, the whole shard is read and checked. */
  one(date: Day, place: Place): Paper {
    const text = this.#textAt(date, place);
    if (text !== null && digest(text) === place.record) return this.#parse(text);
    const [paper] = this.all(date, [place]);
    if (!paper) throw new Error(`the shard of ${date} has no record at byte ${place.at}`);
    return paper;
  }

  #textAt(date: Day, { at, bytes }: Place): string | null {
    const buffer = Buffer.allocUnsafe(bytes);
    let file: number;
    try {
      file = openSync(join(this.#snapshot.dir, shardPath(papers.name, date)), 'r');
    } catch {
      return null; // The reading of the whole shard says why.
    }
    try {
      return readSync(file, buffer, 0, bytes, at) === bytes ? buffer.toString('utf8') : null;
    } finally {
      closeSync(file);
    }
  }
}
