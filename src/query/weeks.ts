import type { Day } from '../paper.ts';
import { spanOfWeek, weekOf } from '../text/iso-week.ts';
import type { QueryContext } from './context.ts';
import { listDays, topicCounts } from './days.ts';
import { digest } from './digest.ts';
import { perArchive } from './per-archive.ts';
import { toRow } from './tags.ts';
import type { DaySummary, RowEntry, TopicCount } from './views.ts';

/** Papers on the sheet: what two printed pages hold. */
export const ON_SHEET = 48;

export interface WeekSummary {
  /** ISO 8601: `2026-W47`. */
  week: string;
  total: number;
  /** Days with papers, oldest first. */
  days: DaySummary[];
}

/** A week on two pages. */
export interface WeekView extends WeekSummary {
  from: Day;
  to: Day;
  previous: string | null;
  next: string | null;
  topicCounts: TopicCount[];
  /** The same of the week before. */
  countsBefore: TopicCount[];
  /** A choice of its papers, each under one topic; topics in config order. */
  picks: { topic: string; papers: RowEntry[] }[];
}

/** Weeks that brought papers, newest first. */
export const listWeeks = perArchive((context): WeekSummary[] => {
  const days = listDays(context).filter(({ total }) => total > 0);
  const weeks = Map.groupBy(days, ({ date }) => weekOf(date));
  return [...weeks].map(([week, of]) => ({
    week,
    total: of.reduce((sum, { total }) => sum + total, 0),
    days: of.toReversed(),
  }));
});

export function viewWeek(context: QueryContext, week: string): WeekView {
  const { summary, previous, next } = findWeek(context, week);
  const { from, to } = spanOfWeek(week);
  const papers = summary.days.flatMap(({ date }) => context.entries.ofDay(date).map(toRow));
  return {
    ...summary,
    from,
    to,
    previous,
    next,
    topicCounts: topicCounts(context, from, to),
    countsBefore: countsBefore(context, week),
    picks: pick(
      papers,
      context.config.topics.map(({ id }) => id),
    ),
  };
}

export function weekKey(context: QueryContext, week: string): string {
  const { summary, previous, next } = findWeek(context, week);
  const rows = summary.days.map(
    ({ date }) => context.db.first('SELECT rows FROM day WHERE date = ?', [date])?.[0] ?? '',
  );
  const before = JSON.stringify(countsBefore(context, week));
  return digest(week, previous, next, JSON.stringify(rows), before);
}

function findWeek(
  context: QueryContext,
  week: string,
): { summary: WeekSummary; previous: string | null; next: string | null } {
  const weeks = listWeeks(context);
  const index = weeks.findIndex((candidate) => candidate.week === week);
  const summary = weeks[index];
  if (!summary) throw new Error(`the archive has no week ${week}`);
  return {
    summary,
    previous: weeks[index + 1]?.week ?? null,
    next: weeks[index - 1]?.week ?? null,
  };
}

/** Of the calendar week before, which may have brought nothing. */
function countsBefore(context: QueryContext, week: string): TopicCount[] {
  const { from } = spanOfWeek(week);
  const sunday = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
  const before = spanOfWeek(weekOf(sunday));
  return topicCounts(context, before.from, before.to);
}

/** What a group is likelier to look at comes first: accepted and with code, accepted, with code, the rest. */
function rank({ venue, paper }: RowEntry): number {
  const hasCode = paper.links.some(({ kind }) => kind === 'code');
  return (venue === null ? 0 : 2) + (hasCode ? 1 : 0);
}

/**
 * Each topic in turn gives its best paper that no other has given, until the sheet is full. The order of the papers, by
 * day and id, decides between equals; withdrawn papers stay out.
 */
export function pick(papers: readonly RowEntry[], topics: readonly string[]): WeekView['picks'] {
  const best = papers.filter(({ paper }) => !paper.withdrawn).toSorted((a, b) => rank(b) - rank(a));
  const queues = topics.map((topic) => ({
    topic,
    waiting: best.filter((entry) => entry.topics.some((match) => match.topic === topic)),
    papers: [] as RowEntry[],
  }));
  const taken = new Set<string>();
  for (let before = -1; taken.size < ON_SHEET && taken.size > before;) {
    before = taken.size;
    for (const queue of queues) {
      const next = queue.waiting.find(({ paper }) => !taken.has(paper.id));
      if (!next || taken.size >= ON_SHEET) continue;
      taken.add(next.paper.id);
      queue.papers.push(next);
    }
  }
  return queues.flatMap(({ topic, papers: chosen }) =>
    chosen.length > 0 ? [{ topic, papers: chosen }] : [],
  );
}
