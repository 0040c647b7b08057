import { join } from 'node:path';
import type { Day, PaperId } from '../../paper.ts';
import type { DerivedDb } from '../derived-db.ts';
import type { ShardReader } from '../shard-reader.ts';
import { readKept, writeKept } from '../kept.ts';

/** Who wrote a paper, by the digest of its record. */
export interface Credit {
  id: PaperId;
  record: string;
  title: string;
  authors: string[];
}

/** More papers of a day than this are read with all the rest of its shard. */
const FEW = 20;

/** Who wrote the papers of each day, kept in a file a day: of a day that changed only what changed is read. */
export class Credits {
  readonly #db: DerivedDb;
  readonly #shards: ShardReader;
  readonly #dir: string;
  readonly #form: string;

  /** @param form what the files depend on beside the papers; those of another form are made again */
  constructor(db: DerivedDb, shards: ShardReader, { dir, form }: { dir: string; form: string }) {
    this.#db = db;
    this.#shards = shards;
    this.#dir = dir;
    this.#form = form;
  }

  /** Days with papers since `from`, each with the digest of its records; newest first. */
  days(from: Day = ''): { date: Day; records: string }[] {
    return this.#db
      .all('SELECT date, records FROM day WHERE date >= ? ORDER BY date DESC', [from])
      .map(([date, records]) => ({ date: String(date), records: String(records) }));
  }

  /** In the order of the shard, which is by id. */
  of({ date, records }: { date: Day; records: string }): Credit[] {
    const file = join(this.#dir, `${date}.json`);
    const kept = readKept<{ records: string; credits: Credit[] }>(file, this.#form);
    if (kept?.records === records) return kept.credits;
    const credits = this.#read(date, kept?.credits ?? []);
    writeKept(file, this.#form, { records, credits });
    return credits;
  }

  #read(date: Day, before: readonly Credit[]): Credit[] {
    const known = new Map(before.map((credit) => [credit.record, credit]));
    const places = this.#db
      .all('SELECT record, at, bytes FROM paper WHERE date = ? ORDER BY at', [date])
      .map(([record, at, bytes]) => ({
        record: String(record),
        at: Number(at),
        bytes: Number(bytes),
      }));
    const news = places.filter(({ record }) => !known.has(record));
    const papers =
      news.length > FEW
        ? this.#shards.all(date, news)
        : news.map((place) => this.#shards.one(date, place));
    papers.forEach(({ id, title, authors }, index) => {
      const record = news[index]?.record ?? '';
      known.set(record, { id, record, title, authors: authors.map(({ name }) => name) });
    });
    return places.flatMap(({ record }) => known.get(record) ?? []);
  }
}
