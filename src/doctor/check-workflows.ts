import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'astro/zod';
import type { Check } from './context.ts';
import { note, ok, problem, warning, type Finding } from './finding.ts';
import { runGit } from './run-git.ts';

const FILE = '.github/workflows/daily.yml';

const workflowSchema = z.looseObject({
  on: z.looseObject({ schedule: z.array(z.object({ cron: z.string() })).optional() }),
  jobs: z.record(
    z.string(),
    z.looseObject({ permissions: z.record(z.string(), z.string()).optional() }),
  ),
});

/** What each job cannot do without. */
const NEEDED: Readonly<Record<string, Record<string, string>>> = {
  commit: { contents: 'write' },
  deploy: { pages: 'write', 'id-token': 'write' },
  tell: { issues: 'write' },
};

/** GitHub switches schedules off in a repository without activity for this long. */
const SLEEP_DAYS = 60;
const WARN_DAYS = 45;

/** The daily workflow runs when it should, and may do what it must. */
export const checkWorkflows: Check = {
  name: 'workflows',
  look({ root, environment, now }) {
    const file = join(root, FILE);
    if (!existsSync(file))
      return [
        warning(
          'There is no daily workflow: nothing updates the site.',
          FILE,
          'Restore it from the original repository.',
        ),
      ];
    const { data: workflow, error } = workflowSchema.safeParse(readYaml(file));
    if (error)
      return [
        problem(
          `It is no workflow: ${error.issues[0]?.message ?? ''}`,
          FILE,
          'Restore it from the original repository.',
        ),
      ];
    const crons = (workflow.on.schedule ?? []).map(({ cron }) => cron);
    const found: Finding[] = [
      ...schedule(crons, environment['AUTO_FETCH_SCHEDULE']?.trim() ?? ''),
      ...permissions(workflow.jobs),
      ...activity(root, now),
    ];
    if (environment['AUTO_FETCH_ENABLED']?.trim() === 'false') {
      found.push(
        note('Fetching is switched off.', 'AUTO_FETCH_ENABLED', 'Unset it to fetch again.'),
      );
    }
    return found.length > 0
      ? found
      : [ok(`The daily workflow runs at ${crons.join(' and ')} (UTC).`, FILE)];
  },
};

/** GitHub's YAML parser reads YAML 1.2, where `on` is a word. */
function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function schedule(crons: readonly string[], wanted: string): Finding[] {
  if (crons.length === 0)
    return [
      problem(
        'The daily workflow has no schedule.',
        `${FILE} on.schedule`,
        'Add a cron line, e.g. 23 6 * * *.',
      ),
    ];
  const found: Finding[] = [];
  if (wanted !== '' && !crons.includes(wanted)) {
    found.push(
      warning(
        `AUTO_FETCH_SCHEDULE is "${wanted}", and the workflow runs at ${crons.map((cron) => `"${cron}"`).join(', ')}.`,
        `${FILE} on.schedule`,
        'GitHub reads the file only: write the time into it, and unset the variable.',
      ),
    );
  }
  const early = crons.every((cron) => {
    const hour = Number(cron.split(/\s+/)[1]);
    return Number.isInteger(hour) && hour < 6;
  });
  if (early)
    found.push(
      warning(
        'No run comes after 06:00 UTC: arXiv’s feed of the day may not be there yet.',
        `${FILE} on.schedule`,
        'Let one run start after 06:00 UTC.',
      ),
    );
  return found;
}

function permissions(jobs: z.output<typeof workflowSchema>['jobs']): Finding[] {
  return Object.entries(NEEDED).flatMap(([name, needed]) =>
    Object.entries(needed).flatMap(([scope, level]) => {
      if (!(name in jobs) || jobs[name]?.permissions?.[scope] === level) return [];
      return [
        problem(
          `The job ${name} lacks ${scope}: ${level}.`,
          `${FILE} jobs.${name}.permissions`,
          `Add ${scope}: ${level}.`,
        ),
      ];
    }),
  );
}

function activity(root: string, now: string): Finding[] {
  const last = runGit(root, ['log', '-1', '--format=%cI', 'HEAD']);
  if (!last) return [];
  const days = Math.floor((Date.parse(now) - Date.parse(last)) / 86_400_000);
  if (days < WARN_DAYS) return [];
  const what =
    days >= SLEEP_DAYS
      ? `The last commit here is ${days} days old: GitHub has switched the schedule off by now, if nothing was pushed since.`
      : `The last commit here is ${days} days old: GitHub switches the schedule off after ${SLEEP_DAYS}.`;
  return [
    warning(
      what,
      'Actions → Daily',
      'Pull first. If it is so: Actions → Daily → Enable workflow, then Run workflow.',
    ),
  ];
}
