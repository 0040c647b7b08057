import type { Day } from '../paper.ts';
import type { QueryContext } from './context.ts';
import { digest } from './digest.ts';
import { receiptOf } from './receipts.ts';
import { toRow } from './tags.ts';
import { replacementsOf } from './replacements.ts';
import type { DaySummary, DayView, TopicCount, UpdatedEntry } from './views.ts';

const DAYS = `
  SELECT date, total FROM day
  UNION SELECT date, 0 FROM replacement WHERE date NOT IN (SELECT date FROM day)
`;

/** Days that have a page: those that brought papers or replacements. Newest first. */
export function listDays({ db }: QueryContext): DaySummary[] {
  return db
    .all(`${DAYS} ORDER BY date DESC`)
    .map(([date, total]) => ({ date: String(date), total: Number(total) }));
}

export function listReplacementDays({ db }: QueryContext): DaySummary[] {
  return db
    .all('SELECT date, COUNT(*) FROM replacement GROUP BY date ORDER BY date DESC')
    .map(([date, total]) => ({ date: String(date), total: Number(total) }));
}

export function viewDay(context: QueryContext, date: Day): DayView {
  const { previous, next } = neighbours(context, date);
  return {
    date,
    previous,
    next,
    monthSoFar: monthSoFar(context, date),
    papers: context.entries.ofDay(date).map(toRow),
    updated: updatedOn(context, date),
    topicCounts: topicCounts(context, date, date),
    receipt: receiptOf(context, date),
  };
}

export function dayKey(context: QueryContext, date: Day): string {
  const { db } = context;
  const { previous, next } = neighbours(context, date);
  const rows = db.first('SELECT rows FROM day WHERE date = ?', [date])?.[0] ?? '';
  const updated = db.all('SELECT id, shown FROM replacement WHERE date = ? ORDER BY id', [date]);
  return digest(
    date,
    previous,
    next,
    String(rows),
    JSON.stringify(monthSoFar(context, date)),
    JSON.stringify(updated),
    JSON.stringify(receiptOf(context, date)),
  );
}

/** Matches per topic in a span of days, both ends included; topics in config order, zeros left out. */
export function topicCounts({ db, config }: QueryContext, from: Day, to: Day): TopicCount[] {
  const counts = new Map(
    db
      .all('SELECT topic, SUM(total) FROM topic_day WHERE date BETWEEN ? AND ? GROUP BY topic', [
        from,
        to,
      ])
      .map(([topic, total]) => [String(topic), Number(total)]),
  );
  return config.topics.flatMap(({ id }) => {
    const count = counts.get(id) ?? 0;
    return count > 0 ? [{ topic: id, count }] : [];
  });
}

function monthSoFar({ db }: QueryContext, date: Day): DaySummary[] {
  return db
    .all(`SELECT * FROM (${DAYS}) WHERE date BETWEEN ? AND ? ORDER BY date DESC`, [
      `${date.slice(0, 7)}-01`,
      date,
    ])
    .map(([day, total]) => ({ date: String(day), total: Number(total) }));
}

function neighbours({ db }: QueryContext, date: Day): { previous: Day | null; next: Day | null } {
  const found = db.first(
    `WITH days AS (${DAYS})
     SELECT (SELECT COUNT(*) FROM days WHERE date = ?1),
            (SELECT MAX(date) FROM days WHERE date < ?1),
            (SELECT MIN(date) FROM days WHERE date > ?1)`,
    [date],
  );
  const [known, previous, next] = found ?? [];
  if (!known) throw new Error(`the archive has no announcement day ${date}`);
  return { previous: text(previous), next: text(next) };
}

function updatedOn({ db, entries }: QueryContext, date: Day): UpdatedEntry[] {
  return db.all('SELECT id FROM replacement WHERE date = ? ORDER BY id', [date]).flatMap(([id]) => {
    const entry = entries.one(String(id));
    if (!entry) return [];
    return replacementsOf(entry.paper)
      .filter((replacement) => replacement.date === date)
      .map(({ from, to, changed }) => ({ entry: toRow(entry), from, to, changed }));
  });
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
