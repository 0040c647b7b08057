import type { Day } from '../paper.ts';
import type { QueryContext } from './context.ts';
import { digest } from './digest.ts';
import { LeastRecent } from './least-recent.ts';
import { perArchive } from './per-archive.ts';
import { receiptOf } from './receipts.ts';
import { toRow } from './tags.ts';
import { replacementsOf } from './replacements.ts';
import type { DaySummary, DayView, TopicCount, UpdatedEntry } from './views.ts';

/** Days that have a page: those that brought papers or replacements. Newest first. */
export const listDays = perArchive(({ db }): DaySummary[] =>
  db
    .all(
      `SELECT date, total FROM day
       UNION SELECT DISTINCT date, 0 FROM replacement WHERE date NOT IN (SELECT date FROM day)
       ORDER BY date DESC`,
    )
    .map(([date, total]) => ({ date: String(date), total: Number(total) })),
);

/** Where each day stands in `listDays`. */
const positions = perArchive(
  (context) => new Map(listDays(context).map(({ date }, index) => [date, index])),
);

export function listReplacementDays({ db }: QueryContext): DaySummary[] {
  return db
    .all('SELECT date, COUNT(*) FROM replacement GROUP BY date ORDER BY date DESC')
    .map(([date, total]) => ({ date: String(date), total: Number(total) }));
}

/** Days whose views are held: a build shows the newest ones on pages, in feeds and in JSON. */
const HELD = 24;

const views = perArchive(
  (context) => new LeastRecent<Day, DayView>(HELD, (date) => makeView(context, date)),
);

export function viewDay(context: QueryContext, date: Day): DayView {
  return views(context).get(date);
}

function makeView(context: QueryContext, date: Day): DayView {
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

function monthSoFar(context: QueryContext, date: Day): DaySummary[] {
  const from = positionOf(context, date);
  const month = date.slice(0, 7);
  const days = listDays(context).slice(from, from + 31);
  return days.filter((day) => day.date.startsWith(month));
}

function neighbours(context: QueryContext, date: Day): { previous: Day | null; next: Day | null } {
  const days = listDays(context);
  const position = positionOf(context, date);
  return { previous: days[position + 1]?.date ?? null, next: days[position - 1]?.date ?? null };
}

function positionOf(context: QueryContext, date: Day): number {
  const position = positions(context).get(date);
  if (position === undefined) throw new Error(`the archive has no announcement day ${date}`);
  return position;
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
