import type { Config } from '../config/config.ts';
import type { Day, PaperId } from '../paper.ts';
import type { DerivedDb, SqlValue } from './derived-db.ts';
import { LeastRecent } from './least-recent.ts';
import type { Place, ShardReader } from './shard-reader.ts';
import { tagsUnpacker, unpackIds, unpackTopics, type TagIds, type Tags } from './tags.ts';
import type { PaperEntry } from './views.ts';

/** Days whose entries are held: the pages of all topics in one month are drawn from the same. */
const HELD_DAYS = 48;

/** Papers with their tags, day by day, in the order of the day page. */
export class Entries {
  readonly #db: DerivedDb;
  readonly #shards: ShardReader;
  readonly #unpack: (tags: string) => Tags;
  readonly #days: LeastRecent<Day, PaperEntry[]>;

  constructor(db: DerivedDb, shards: ShardReader, config: Config) {
    this.#unpack = tagsUnpacker(config);
    this.#db = db;
    this.#shards = shards;
    this.#days = new LeastRecent(HELD_DAYS, (date) => {
      const rows = this.#rowsOf(date);
      const places = rows.map(({ place }) => place);
      const papers = shards.all(date, places);
      return papers.map((paper, index) => ({ paper, ...this.#unpack(rows[index]?.tags ?? '') }));
    });
  }

  /** New papers first, then cross-lists; by id within each. Empty for a day without papers. */
  ofDay(date: Day): readonly PaperEntry[] {
    return this.#days.get(date);
  }

  /** Those of a day that match a topic. Of a day that is not held, no other is read. */
  ofTopic(date: Day, topic: string): readonly PaperEntry[] {
    const held = this.#days.peek(date);
    if (held) return held.filter(({ topics }) => topics.some((match) => match.topic === topic));
    return this.#rowsOf(date)
      .filter(({ tags }) => unpackTopics(tags).includes(topic))
      .map((row) => this.#entry(date, row));
  }

  /** Of a paper as it is now; `null` when the archive does not hold it. */
  tagIds(id: PaperId): TagIds | null {
    const tags = this.#db.first('SELECT tags FROM paper WHERE id = ?', [id])?.[0];
    return tags === undefined ? null : unpackIds(String(tags));
  }

  /** One paper, without reading the rest of its day; `null` when the archive does not hold it. */
  one(id: PaperId): PaperEntry | null {
    const row = this.#db.first('SELECT at, bytes, record, tags, date FROM paper WHERE id = ?', [
      id,
    ]);
    return row ? this.#entry(String(row[4]), toEntryRow(row)) : null;
  }

  #rowsOf(date: Day): EntryRow[] {
    return this.#db
      .all('SELECT at, bytes, record, tags FROM paper WHERE date = ? ORDER BY cross_listed, at', [
        date,
      ])
      .map(toEntryRow);
  }

  #entry(date: Day, { place, tags }: EntryRow): PaperEntry {
    return { paper: this.#shards.one(date, place), ...this.#unpack(tags) };
  }
}

interface EntryRow {
  place: Place;
  tags: string;
}

function toEntryRow([at, bytes, record, tags]: readonly SqlValue[]): EntryRow {
  const place = { at: Number(at), bytes: Number(bytes), record: String(record) };
  return { place, tags: String(tags) };
}
