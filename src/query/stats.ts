import type { Day } from '../paper.ts';
import type { QueryContext } from './context.ts';
import { viewHealth } from './health.ts';
import { listTopics } from './topics.ts';
import type { Stats } from './views.ts';

/**
 * The body of `/api/stats.json`. `today` counts the newest announcement day, `week` and `month` the 7 and 30 days that
 * end with it: counted from the data and not from the clock, so that a rerun gives the same bytes.
 */
export function viewStats(context: QueryContext): Stats {
  const { db, snapshot } = context;
  const topics = listTopics(context);
  const newest = db.first('SELECT MAX(date) FROM day')?.[0];
  const since = (days: number): number =>
    typeof newest === 'string' ? papersSince(context, daysBefore(newest, days - 1)) : 0;
  const arxiv = snapshot.manifest.sources['arxiv'];
  const warning = warningFor(arxiv?.state, arxiv?.last_success ?? null) ?? lateness(context);
  return {
    success: warning === null,
    ...(warning === null ? {} : { warning }),
    total: papersSince(context, ''),
    stats: Object.fromEntries(topics.map(({ id, total }) => [id, total])),
    display: Object.fromEntries(topics.map(({ id, name }) => [id, `${name.zh} / ${name.en}`])),
    today: since(1),
    week: since(7),
    month: since(30),
    last_update: arxiv?.last_success ?? null,
    generated_at: arxiv?.last_success ?? null,
  };
}

function papersSince({ db }: QueryContext, from: Day): number {
  return Number(
    db.first('SELECT COALESCE(SUM(total), 0) FROM day WHERE date >= ?', [from])?.[0] ?? 0,
  );
}

function daysBefore(date: Day, days: number): Day {
  const instant = new Date(`${date}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() - days);
  return instant.toISOString().slice(0, 10);
}

/** By the record's own last run: what happened after it no file that was built can tell. */
function lateness(context: QueryContext): string | null {
  const { newest, due, behind } = viewHealth(context).health;
  return behind === 0 ? null : `the newest announcement is of ${newest ?? 'never'}; ${due} is due`;
}

function warningFor(state: string | undefined, lastSuccess: string | null): string | null {
  if (state !== 'stale' && state !== 'failing') return null;
  return `arXiv: ${state}; last success ${lastSuccess ?? 'unknown'}`;
}
