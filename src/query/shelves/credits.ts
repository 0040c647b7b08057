import { join } from 'node:path';
import type { Day, PaperId } from '../../paper.ts';
import { textAsOf } from '../../search/text-as-of.ts';
import type { DerivedDb } from '../derived-db.ts';
import { digest } from '../digest.ts';
import type { ShardReader } from '../shard-reader.ts';
import { readKept, writeKept } from '../kept.ts';

/** Who wrote a paper, by the digest of its record. */
export interface Credit {
  id: PaperId;
  record: string;
  title: string;
  authors: string[];
}

/** A day with papers, and the digest of their records. */
export interface CreditedDay {
  date: Day;
  records: string;
}

/** More papers of a day than this are read with all the rest of its shard. */
const FEW = 20;

/** Who wrote the papers of each day, kept in a file a day: of a day that changed only what changed is read. */
export class Credits {
  readonly #db: DerivedDb;
  readonly #shards: ShardReader;
  readonly #dir: string;
  readonly #form: string;
  readonly #to: Day | null;

  /**
   * @param form what the files depend on beside the papers; those of another form are made again
   * @param to the last day, as whose end titles and authors are told; `null` for all days, and the text as it is now
   */
  constructor(
    db: DerivedDb,
    shards: ShardReader,
    { dir, form, to }: { dir: string; form: string; to: Day | null },
  ) {
    this.#db = db;
    this.#shards = shards;
    this.#dir = dir;
    this.#form = digest(form, to ?? '');
    this.#to = to;
  }

  /** Days since `from`, newest first. */
  days(from: Day = ''): CreditedDay[] {
    return this.#db
      .all('SELECT date, records FROM day WHERE date BETWEEN ? AND ? ORDER BY date DESC', [
        from,
        this.#to ?? '9999',
      ])
      .map(([date, records]) => ({ date: String(date), records: String(records) }));
  }

  /** In the order of the shard, which is by id. */
  of({ date, records }: CreditedDay): Credit[] {
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
    papers.forEach((paper, index) => {
      const record = news[index]?.record ?? '';
      const { title, authors } = this.#to === null ? paper : textAsOf(paper, this.#to);
      known.set(record, { id: paper.id, record, title, authors: authors.map(({ name }) => name) });
    });
    return places.flatMap(({ record }) => known.get(record) ?? []);
  }
}
