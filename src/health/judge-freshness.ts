/** Whether the published site is as new as arXiv's calendar says, seen from outside. Pure. */
import type { Problem } from '../github/health-issue.ts';
import type { Instant } from '../paper.ts';
import { lastExpected, mailingsBehind } from './expected.ts';
import { RUN_AGAIN, START } from './remedies.ts';
import { statusSchema } from './status-schema.ts';

/** What was got from the published `/status.json`. */
export type Published = { url: string } & ({ text: string } | { failure: string });

export function judgeFreshness(published: Published, now: Instant): Problem[] {
  const { url } = published;
  if ('failure' in published) {
    return [
      problem('unreachable', null, `${url} could not be read: ${published.failure}`, UNREACHABLE),
    ];
  }
  const status = parseStatus(published.text);
  if (typeof status === 'string') {
    return [
      problem(
        'unreadable',
        null,
        `${url} is not the status of this product: ${status}`,
        UNREACHABLE,
      ),
    ];
  }
  const { newest_announcement: newest, as_of: asOf, state } = status;
  if (state === 'empty' || newest === null) {
    return [
      problem(
        'empty',
        null,
        'The published site comes from a record that no run has filled.',
        START.en,
      ),
    ];
  }
  const behind = mailingsBehind(newest, now);
  if (behind === 0) return [];
  const what =
    `The newest announcement on the published site is of ${newest}; ${lastExpected(now)} should be there ` +
    `(${behind} behind). The last run that changed anything was at ${asOf ?? 'an unknown time'}.`;
  return [problem('stale', newest, what, RUN_AGAIN.en)];
}

const UNREACHABLE =
  'Open the address. If the site is elsewhere, set the repository variable SITE_URL (Settings → Secrets and variables → ' +
  'Actions → Variables); if it was never published, switch Pages on (Settings → Pages → Source: GitHub Actions).';

function problem(state: string, since: string | null, what: string, remedy: string): Problem {
  return { source: 'published site', state, since, what, remedy };
}

function parseStatus(text: string): ReturnType<typeof statusSchema.parse> | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { data, error } = statusSchema.safeParse(value);
  if (data !== undefined) return data;
  const [first] = error.issues;
  return first ? `${first.path.join('.') || 'the whole'}: ${first.message}` : 'it does not fit';
}
