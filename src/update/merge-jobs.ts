/** What a source lists at present into what the archive knows of it: a job that is not listed any more is closed. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../paper.ts';
import type { Job } from '../records/job.ts';
import type { ListedJob } from '../sources/jobs/listed-job.ts';

export interface MergedJobs {
  /** New, changed, closed and reopened jobs. */
  changed: Job[];
  added: number;
  updated: number;
  closed: number;
}

/**
 * @param source the part that lists them
 * @param known every job of this source that the archive holds, open or closed
 * @param lastSeen the day of the source's last success before this run
 */
export function mergeJobs(
  source: string,
  listed: readonly ListedJob[],
  known: ReadonlyMap<string, Job>,
  { today, lastSeen }: { today: Day; lastSeen: Day },
): MergedJobs {
  const present = new Map<string, Job>();
  for (const job of listed) {
    const id = jobId(source, job);
    const before = known.get(id);
    // of two entries about one job the first stands
    if (present.has(id)) continue;
    const first_seen = before?.first_seen ?? today;
    present.set(id, {
      ...before,
      ...job,
      id,
      source,
      first_seen,
      closed_on: null,
      last_seen: null,
    });
  }
  const changed = [...present.values()].filter((job) => !isDeepStrictEqual(job, known.get(job.id)));
  const gone = [...known.values()].filter(
    ({ id, closed_on }) => closed_on === null && !present.has(id),
  );
  const closed = gone.map((job) => ({
    ...job,
    closed_on: today,
    last_seen: lastSeen < job.first_seen ? job.first_seen : lastSeen,
  }));
  const added = changed.filter(({ id }) => !known.has(id)).length;
  return {
    changed: [...changed, ...closed],
    added,
    updated: changed.length - added + closed.length,
    closed: closed.length,
  };
}

/**
 * Whether so many jobs vanished at once that a list cut short is likelier than so many ends: more than half, and more
 * than ten. The next day's list is believed.
 */
export function isDoubtful(closed: number, known: ReadonlyMap<string, Job>): boolean {
  const open = [...known.values()].filter(({ closed_on }) => closed_on === null).length;
  return closed > 10 && closed > open / 2;
}

/** A job is the same as long as its source lists it under the same company, title and link. */
function jobId(source: string, { company, title, url }: ListedJob): string {
  const text = JSON.stringify([source, company.toLowerCase(), title.toLowerCase(), url]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
