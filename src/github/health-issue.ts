/**
 * One issue tells the operator when the record is in trouble: opened once, updated while it lasts, closed by itself.
 * The decision is pure; `tellRepository` carries it out over GitHub's REST API.
 */

/** One thing that is wrong, as a receipt or a check states it. */
export interface Problem {
  /** The source or part, e.g. `arxiv` or `news:ieee-spectrum`. */
  source: string;
  /** `failing`, `stale`, `unproved` … */
  state: string;
  /** UTC date or instant since when. */
  since: string | null;
  what: string;
  remedy: string;
}

export interface OpenIssue {
  number: number;
  body: string;
}

export type IssueAction =
  | { do: 'nothing' }
  | { do: 'open'; title: string; body: string }
  | { do: 'update'; number: number; title: string; body: string }
  | { do: 'close'; number: number; comment: string };

/** Which issue: found again by its label, so that two who tell of different things never close each other's. */
export interface IssueKind {
  label: string;
  /** Followed by what is wrong. */
  title: string;
  /** First and last sentence of the body. */
  opening: string;
  closing: string;
  /** Said when it is closed, followed by the address of the run. */
  recovered: string;
}

/** By the daily run: the record and its sources. */
export const RECORD_HEALTH: IssueKind = {
  label: 'record-health',
  title: 'The record needs a look',
  opening:
    'The daily run finished, and the site is up with what the snapshot holds. These parts are not as they should be:',
  closing: 'This issue is kept up to date by the daily run and closes by itself on recovery.',
  recovered: 'All sources answer again',
};

/** By the look from outside: the published site. */
export const SITE_FRESHNESS: IssueKind = {
  label: 'site-freshness',
  title: 'The published site needs a look',
  opening: 'Seen from outside, as a reader sees it, the published site is not as it should be:',
  closing:
    'This issue is kept up to date once a day and closes by itself when the site is fresh again.',
  recovered: 'The published site is fresh again',
};

const cell = (text: string): string =>
  text
    .replace(/[\\|`<>*_[\]@#]/g, (c) => `\\${c}`)
    .replace(/\s+/g, ' ')
    .slice(0, 300);

const titleOf = (problems: readonly Problem[], kind: IssueKind): string => {
  const names = [...new Set(problems.map((p) => p.source))];
  const shown = names.slice(0, 3).join(', ');
  return `${kind.title}: ${shown}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;
};

/** The issue's text: a table of what, since when and what to do. Sorted, so that an unchanged state gives unchanged text. */
export function issueBody(
  problems: readonly Problem[],
  runUrl: string,
  kind: IssueKind = RECORD_HEALTH,
): string {
  const rows = [...problems]
    .toSorted(
      (a, b) => a.source.localeCompare(b.source, 'en') || a.what.localeCompare(b.what, 'en'),
    )
    .map(
      (p) =>
        `| ${cell(p.source)} | ${cell(p.state)} | ${cell(p.since ?? 'unknown')} | ${cell(p.what)} | ${cell(p.remedy)} |`,
    );
  return [
    kind.opening,
    '',
    '| source | state | since | what | what to do |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    `Last run: ${runUrl}`,
    '',
    kind.closing,
  ].join('\n');
}

const withoutRun = (body: string): string => body.replace(/^Last run: .*$/m, '').trim();

/**
 * What to do with the one issue. No problem and none open: nothing. An issue whose table would not change is left
 * alone, so that a lasting fault does not notify twice a day.
 */
export function decideIssue(
  problems: readonly Problem[],
  open: OpenIssue | null,
  runUrl: string,
  kind: IssueKind = RECORD_HEALTH,
): IssueAction {
  if (problems.length === 0) {
    return open
      ? { do: 'close', number: open.number, comment: `${kind.recovered}: ${runUrl}` }
      : { do: 'nothing' };
  }
  const body = issueBody(problems, runUrl, kind);
  if (!open) return { do: 'open', title: titleOf(problems, kind), body };
  return withoutRun(open.body.replaceAll('\r\n', '\n')) === withoutRun(body)
    ? { do: 'nothing' }
    : { do: 'update', number: open.number, title: titleOf(problems, kind), body };
}
