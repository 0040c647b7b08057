import type { Day, PaperId } from '../paper.ts';
import type { DerivedDb } from './derived-db.ts';
import type { ShardReader } from './shard-reader.ts';
import type { Tags } from './tags.ts';
import type { PaperEntry } from './views.ts';

/** Days whose entries are held: two months of a topic's pages are drawn from the same ones. */
const HELD_DAYS = 48;

/** Papers with their tags, day by day, in the order of the day page. */
export class Entries {
  readonly #db: DerivedDb;
  readonly #shards: ShardReader;
  readonly #held = new Map<Day, PaperEntry[]>();

  constructor(db: DerivedDb, shards: ShardReader) {
    this.#db = db;
    this.#shards = shards;
  }

  /** New papers first, then cross-lists; by id within each. Empty for a day without papers. */
  ofDay(date: Day): PaperEntry[] {
    const held = this.#held.get(date);
    if (held) return held;
    const entries = this.#db
      .all('SELECT line, tags FROM paper WHERE date = ? ORDER BY cross_listed, id', [date])
      .map(([line, tags]) => this.#entry(date, Number(line), String(tags)));
    this.#held.set(date, entries);
    const oldest = this.#held.keys().next();
    if (this.#held.size > HELD_DAYS && !oldest.done) this.#held.delete(oldest.value);
    return entries;
  }

  /** One paper, without reading the rest of its day; `null` when the archive does not hold it. */
  one(id: PaperId): PaperEntry | null {
    const row = this.#db.first('SELECT date, line, tags FROM paper WHERE id = ?', [id]);
    if (!row) return null;
    const [date, line, tags] = row;
    return this.#entry(String(date), Number(line), String(tags));
  }

  #entry(date: Day, line: number, tags: string): PaperEntry {
    return { paper: this.#shards.record(date, line), ...(JSON.parse(tags) as Tags) };
  }
}
