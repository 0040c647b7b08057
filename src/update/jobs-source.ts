/** Jobs as a source of the daily run: lists, boards and employers; each part with a receipt of its own. */
import type { Job } from '../records/job.ts';
import { fetchJobs, type JobsAnswer } from '../sources/jobs/fetch-jobs.ts';
import { jobs } from '../store/job-kinds.ts';
import { dayOf } from '../text/dates.ts';
import { curatedEmployers } from './curated-employers.ts';
import { isDoubtful, mergeJobs } from './merge-jobs.ts';
import type { RunContext, Source, SourceOutcome } from './source.ts';
import { wholeOf } from './whole-of-parts.ts';

export const jobsSource: Source = { name: 'jobs', run };

/** Entries that could not be used and are named one by one. */
const NAMED = 10;

async function run(context: RunContext): Promise<SourceOutcome> {
  const { config, env, client, archive } = context;
  const at = (address: string) => address.replace(/\/+$/, '');
  const employers = await curatedEmployers(context);
  const answers = await fetchJobs(
    config.jobs,
    {
      github: at(env.GITHUB_API_URL ?? config.endpoints.github_api_url),
      greenhouse: at(env.GREENHOUSE_URL ?? config.endpoints.greenhouse_url),
      lever: at(env.LEVER_URL ?? config.endpoints.lever_url),
      githubToken: env.GITHUB_TOKEN,
    },
    client,
  );
  const known = Map.groupBy(archive.snapshot.records(jobs), ({ source }) => source);
  const changed: Job[] = [];
  const parts: Record<string, SourceOutcome> = { employers: employers.outcome };
  for (const answer of answers) {
    const { outcome, jobs: merged } = partOf(answer, known.get(answer.part) ?? [], context);
    parts[answer.part] = outcome;
    changed.push(...merged);
  }
  return { ...wholeOf(parts), records: [{ kind: jobs, upsert: changed }, employers.change], parts };
}

function partOf(
  answer: JobsAnswer,
  known: readonly Job[],
  { archive, today, now }: RunContext,
): { outcome: SourceOutcome; jobs: Job[] } {
  const { part, url } = answer;
  if ('problem' in answer)
    return {
      outcome: { state: 'failing', answered: false, problems: [{ message: answer.problem, url }] },
      jobs: [],
    };
  const entry = archive.snapshot.manifest.sources[`jobs/${part}`];
  const lastSeen = dayOf(entry?.last_success ?? now);
  const byId = new Map(known.map((job) => [job.id, job]));
  const merged = mergeJobs(part, answer.list.jobs, byId, { today, lastSeen });
  const doubtedBefore =
    entry?.cursor?.startsWith('doubted=') === true && entry.cursor !== `doubted=${today}`;
  const doubtful = isDoubtful(merged.closed, byId) && !doubtedBefore;
  const changed = doubtful
    ? merged.changed.filter((job) => job.closed_on === null)
    : merged.changed;
  const { added } = merged;
  const updated = doubtful ? merged.updated - merged.closed : merged.updated;
  const isNew = added > 0 || known.some(({ first_seen }) => first_seen === today);
  const { rejected } = answer.list;
  const more = rejected.length - NAMED;
  const problems = [
    ...rejected.slice(0, NAMED).map(({ where, why }) => `${where} was left out: ${why}`),
    ...(more > 0 ? [`${more} more entries were left out`] : []),
    ...(doubtful
      ? [
          `${merged.closed} jobs are no longer listed, more than half: they stay open until the next day's list says so too`,
        ]
      : []),
  ].map((message) => ({ message, url }));
  return {
    outcome: {
      state: isNew ? 'new' : 'quiet',
      answered: true,
      brought: { added, updated },
      problems,
      cursor: doubtful ? `doubted=${today}` : 'listed',
    },
    jobs: changed,
  };
}
