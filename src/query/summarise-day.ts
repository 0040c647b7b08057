import type { Day } from '../paper.ts';
import type { PaperRow } from './apply-shard.ts';
import type { DerivedDb } from './derived-db.ts';
import { digest } from './digest.ts';

/**
 * Writes the counts and digests of a day and of each topic in it: what the cache keys of listings are made of.
 * @param rows in order of the shard; none when the day is gone
 */
export function summariseDay(db: DerivedDb, date: Day, rows: readonly PaperRow[]): void {
  db.run('DELETE FROM topic_day WHERE date = ?', [date]);
  if (rows.length === 0) {
    db.run('DELETE FROM day WHERE date = ?', [date]);
    return;
  }
  const inPageOrder = rows.toSorted((a, b) => Number(a.cross) - Number(b.cross) || a.at - b.at);
  const modified = rows.reduce(
    (latest, row) => (row.modified > latest ? row.modified : latest),
    date,
  );
  db.run('INSERT OR REPLACE INTO day VALUES (?, ?, ?, ?, ?)', [
    date,
    rows.length,
    digest(...inPageOrder.map(({ record }) => record)),
    digest(...inPageOrder.map(({ row }) => row)),
    modified,
  ]);
  const byTopic = Map.groupBy(
    inPageOrder.flatMap(({ topics, row, brief }) => topics.map((topic) => ({ topic, row, brief }))),
    ({ topic }) => topic,
  );
  for (const [topic, matching] of byTopic) {
    db.run('INSERT INTO topic_day VALUES (?, ?, ?, ?, ?)', [
      topic,
      date,
      matching.length,
      digest(...matching.map(({ row }) => row)),
      digest(...matching.map(({ brief }) => brief)),
    ]);
  }
}
