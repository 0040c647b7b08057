import type { Config } from '../config/config.ts';
import type { Day } from '../paper.ts';
import type { FeedLimits } from './archive.ts';
import type { QueryContext } from './context.ts';
import { digest } from './digest.ts';
import { LeastRecent } from './least-recent.ts';
import { perArchive } from './per-archive.ts';
import { toBrief, toRow } from './tags.ts';
import type {
  DayRows,
  MonthCount,
  TopicDay,
  TopicMonthView,
  TopicSummary,
  TopicView,
} from './views.ts';

/** A topic's front page shows whole days until it holds this many papers. */
const LATEST: FeedLimits = { days: 1, items: 50 };

/** All topics of config, in its order, those without papers too. */
export const listTopics = perArchive(({ db, config }): TopicSummary[] => {
  const totals = new Map(
    db
      .all('SELECT topic, SUM(total) FROM topic_day GROUP BY topic')
      .map(([topic, total]) => [String(topic), Number(total)]),
  );
  return config.topics.map(({ id, name, group }) => ({
    id,
    name,
    group,
    total: totals.get(id) ?? 0,
  }));
});

export function viewTopic(context: QueryContext, id: string): TopicView {
  const topics = listTopics(context);
  const topic = topics.find((candidate) => candidate.id === id);
  if (!topic) throw new Error(`config.yaml has no topic ${id}`);
  return {
    topic,
    topics,
    months: listTopicMonths(context, id),
    latest: newestRows(context, LATEST, id),
  };
}

export function topicKey(context: QueryContext, id: string): string {
  return digest(
    id,
    JSON.stringify(listTopics(context)),
    JSON.stringify(listTopicMonths(context, id)),
    newestKey(context, LATEST, id),
  );
}

/** Months in which a paper matches the topic, newest first. */
export function listTopicMonths(context: QueryContext, id: string): MonthCount[] {
  return monthsByTopic(context).get(id) ?? [];
}

const monthsByTopic = perArchive(({ db }): Map<string, MonthCount[]> => {
  const months = new Map<string, MonthCount[]>();
  const rows = db.all(
    `SELECT topic, substr(date, 1, 7) AS month, SUM(total) FROM topic_day
     GROUP BY topic, month ORDER BY topic, month DESC`,
  );
  for (const [topic, month, total] of rows) {
    const known = months.get(String(topic)) ?? [];
    known.push({ month: String(month), total: Number(total) });
    months.set(String(topic), known);
  }
  return months;
});

/** Matches per topic and day of a span, both ends included; topics in config order, days ascending, zeros left out. */
export function listTopicDays({ db, config }: QueryContext, from: Day, to: Day): TopicDay[] {
  return config.topics.flatMap(({ id }) =>
    db
      .all(
        'SELECT date, total FROM topic_day WHERE topic = ? AND date BETWEEN ? AND ? ORDER BY date',
        [id, from, to],
      )
      .map(([date, total]) => ({ topic: id, date: String(date), count: Number(total) })),
  );
}

export function listTopicMonthPages({
  db,
  config,
}: QueryContext): { topic: string; month: string }[] {
  const known = new Set(config.topics.map(({ id }) => id));
  return db
    .all('SELECT DISTINCT substr(date, 1, 7) AS month, topic FROM topic_day ORDER BY month, topic')
    .map(([month, topic]) => ({ month: String(month), topic: String(topic) }))
    .filter(({ topic }) => known.has(topic));
}

export function viewTopicMonth(context: QueryContext, id: string, month: string): TopicMonthView {
  const { name, group } = topicOf(context, id);
  const months = listTopicMonths(context, id);
  const index = months.findIndex((candidate) => candidate.month === month);
  const found = months[index];
  if (!found) throw new Error(`topic ${id} has no papers in ${month}`);
  const days = context.db
    .all('SELECT date FROM topic_day WHERE topic = ? AND date BETWEEN ? AND ? ORDER BY date DESC', [
      id,
      `${month}-01`,
      `${month}-31`,
    ])
    .map(([date]) => briefsOf(context, String(date), id));
  return {
    topic: { id, name, group },
    month,
    total: found.total,
    previous: months[index + 1]?.month ?? null,
    next: months[index - 1]?.month ?? null,
    days,
  };
}

export function topicMonthKey(context: QueryContext, id: string, month: string): string {
  const months = listTopicMonths(context, id);
  const index = months.findIndex((candidate) => candidate.month === month);
  const days = context.db.all(
    'SELECT date, briefs FROM topic_day WHERE topic = ? AND date BETWEEN ? AND ? ORDER BY date',
    [id, `${month}-01`, `${month}-31`],
  );
  return digest(
    id,
    month,
    months[index + 1]?.month ?? null,
    months[index - 1]?.month ?? null,
    JSON.stringify(days),
  );
}

/** Whole days, newest first, until both limits are reached; of one topic when it is given. */
export function newestRows(context: QueryContext, limits: FeedLimits, topic?: string): DayRows[] {
  return newestHeld(context).get(`${limits.days} ${limits.items} ${topic ?? ''}`);
}

/** Feeds of one topic in three formats ask the same: as many answers are held as there are topics. */
const newestHeld = perArchive((context) => {
  const room = 2 * (context.config.topics.length + 1);
  return new LeastRecent<string, DayRows[]>(room, (asked) => {
    const [days, items, topic] = asked.split(' ');
    const limits = { days: Number(days), items: Number(items) };
    const of = topic === '' ? undefined : topic;
    return newestDays(context, limits, of).map(({ date }) => newestOf(context, date, of));
  });
});

function newestOf({ entries }: QueryContext, date: Day, topic?: string): DayRows {
  const ours = topic === undefined ? entries.ofDay(date) : entries.ofTopic(date, topic);
  return { date, papers: ours.map(toRow) };
}

export function newestKey(context: QueryContext, limits: FeedLimits, topic?: string): string {
  return digest(JSON.stringify(newestDays(context, limits, topic)));
}

function newestDays(
  { db }: QueryContext,
  limits: FeedLimits,
  topic?: string,
): { date: Day; rows: string }[] {
  const columns = 'SELECT date, total, rows FROM';
  const order = 'ORDER BY date DESC LIMIT';
  const most = Math.max(limits.days, limits.items); // each day holds one paper at least
  const found =
    topic === undefined
      ? db.all(`${columns} day ${order} ?`, [most])
      : db.all(`${columns} topic_day WHERE topic = ? ${order} ?`, [topic, most]);
  const days: { date: Day; rows: string }[] = [];
  let items = 0;
  for (const [date, total, rows] of found) {
    if (days.length >= limits.days && items >= limits.items) break;
    days.push({ date: String(date), rows: String(rows) });
    items += Number(total);
  }
  return days;
}

/** All topics of a month are drawn one after the other: its days are read whole, and held. */
function briefsOf({ entries }: QueryContext, date: Day, topic: string): DayRows {
  const ours = entries
    .ofDay(date)
    .filter(({ topics }) => topics.some((match) => match.topic === topic));
  return { date, papers: ours.map(toBrief) };
}

function topicOf({ config }: QueryContext, id: string): Config['topics'][number] {
  const topic = config.topics.find((candidate) => candidate.id === id);
  if (!topic) throw new Error(`config.yaml has no topic ${id}`);
  return topic;
}
