import type { Config } from '../config/config.ts';
import type { Day, PaperId } from '../paper.ts';
import type { DerivedDb } from './derived-db.ts';
import { LeastRecent } from './least-recent.ts';
import type { ShardReader } from './shard-reader.ts';
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
    this.#days = new LeastRecent(HELD_DAYS, (date) =>
      db
        .all('SELECT line, tags FROM paper WHERE date = ? ORDER BY cross_listed, line', [date])
        .map(([line, tags]) => this.#entry(date, Number(line), String(tags))),
    );
  }

  /** New papers first, then cross-lists; by id within each. Empty for a day without papers. */
  ofDay(date: Day): readonly PaperEntry[] {
    return this.#days.get(date);
  }

  /** Those of a day that match a topic. Of a day that is not held, no other is parsed. */
  ofTopic(date: Day, topic: string): readonly PaperEntry[] {
    const held = this.#days.peek(date);
    if (held) return held.filter(({ topics }) => topics.some((match) => match.topic === topic));
    return this.#db
      .all('SELECT line, tags FROM paper WHERE date = ? ORDER BY cross_listed, line', [date])
      .filter(([, tags]) => unpackTopics(String(tags)).includes(topic))
      .map(([line, tags]) => this.#entry(date, Number(line), String(tags)));
  }

  /** Of a paper as it is now; `null` when the archive does not hold it. */
  tagIds(id: PaperId): TagIds | null {
    const tags = this.#db.first('SELECT tags FROM paper WHERE id = ?', [id])?.[0];
    return tags === undefined ? null : unpackIds(String(tags));
  }

  /** One paper, without parsing the rest of its day; `null` when the archive does not hold it. */
  one(id: PaperId): PaperEntry | null {
    const row = this.#db.first('SELECT date, line, tags FROM paper WHERE id = ?', [id]);
    if (!row) return null;
    const [date, line, tags] = row;
    return this.#entry(String(date), Number(line), String(tags));
  }

  #entry(date: Day, line: number, tags: string): PaperEntry {
    return { paper: this.#shards.record(date, line), ...this.#unpack(tags) };
  }
}
