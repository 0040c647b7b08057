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

/** The label by which the one issue is found again. */
export const HEALTH_LABEL = 'record-health';

const cell = (text: string): string =>
  text
    .replace(/[\\|`<>*_[\]@#]/g, (c) => `\\${c}`)
    .replace(/\s+/g, ' ')
    .slice(0, 300);

const titleOf = (problems: readonly Problem[]): string => {
  const names = [...new Set(problems.map((p) => p.source))];
  const shown = names.slice(0, 3).join(', ');
  return `The record needs a look: ${shown}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;
};

/** The issue's text: a table of what, since when and what to do. Sorted, so that an unchanged state gives unchanged text. */
export function issueBody(problems: readonly Problem[], runUrl: string): string {
  const rows = [...problems]
    .toSorted(
      (a, b) => a.source.localeCompare(b.source, 'en') || a.what.localeCompare(b.what, 'en'),
    )
    .map(
      (p) =>
        `| ${cell(p.source)} | ${cell(p.state)} | ${cell(p.since ?? 'unknown')} | ${cell(p.what)} | ${cell(p.remedy)} |`,
    );
  return [
    'The daily run finished, and the site is up with what the snapshot holds. These parts are not as they should be:',
    '',
    '| source | state | since | what | what to do |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    `Last run: ${runUrl}`,
    '',
    'This issue is kept up to date by the daily run and closes by itself on recovery.',
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
): IssueAction {
  if (problems.length === 0) {
    return open
      ? { do: 'close', number: open.number, comment: `All sources answer again: ${runUrl}` }
      : { do: 'nothing' };
  }
  const body = issueBody(problems, runUrl);
  if (!open) return { do: 'open', title: titleOf(problems), body };
  return withoutRun(open.body.replaceAll('\r\n', '\n')) === withoutRun(body)
    ? { do: 'nothing' }
    : { do: 'update', number: open.number, title: titleOf(problems), body };
}
