import type { SizeResult } from './bench-size.ts';
import type { Measured } from './measure-command.ts';
import { totalBytes } from './count-output.ts';

/** The figures as Markdown: times and ratios, counts, where the bytes go. */
export function performanceTables(
  results: readonly SizeResult[],
  context: { machine: string; texts: string },
): string {
  const largest = results.at(-1);
  return [
    `Measured on ${context.machine}, with ${context.texts}. Wall clock, in brackets processor time, peak memory. Medians of the next days; full builds once.`,
    table(
      ['', ...results.map(({ papers }) => `${count(papers)} papers`)],
      [
        ['full build', ...results.map(({ full }) => time(full))],
        ['next day, output kept', ...results.map(({ nextDays }) => time(median(nextDays)))],
        ['next day, cache folder alone', ...results.map(({ restored }) => time(median(restored)))],
        ['Hugo, full build', ...results.map(({ hugo }) => time(hugo))],
        ['Eleventy, full build', ...results.map(({ eleventy }) => time(eleventy))],
      ],
    ),
    table(
      ['ratio', 'target', ...results.map(({ papers }) => count(papers))],
      [
        [
          'next day, output kept : Hugo',
          '0.20',
          ...results.map((r) => ratio(median(r.nextDays), r.hugo)),
        ],
        [
          'next day, cache alone : Hugo',
          '0.60',
          ...results.map((r) => ratio(median(r.restored), r.hugo)),
        ],
        [
          'next day : own full build',
          '0.10',
          ...results.map((r) => ratio(median(r.nextDays), r.full)),
        ],
        ['full build : Hugo', '1.00', ...results.map((r) => ratio(r.full, r.hugo))],
        [
          'next day : next day at the size before',
          '1.80',
          ...results.map((r, at) => ratio(median(r.nextDays), median(results[at - 1]?.nextDays))),
        ],
      ],
    ),
    table(
      ['a next day', ...results.map(({ papers }) => count(papers))],
      [
        ['new and replaced papers', ...results.map(({ news }) => count(news[0]))],
        [
          'paper pages rendered',
          ...results.map((r) => count(r.nextDays[0]?.emitted.renderedOf['papers'])),
        ],
        [
          'shelves of authors rendered',
          ...results.map((r) => count(r.nextDays[0]?.emitted.renderedOf['authors'] ?? 0)),
        ],
        [
          'other pages rendered',
          ...results.map((r) =>
            count(r.nextDays[0]?.drawn.filter((path) => path.endsWith('.html')).length),
          ),
        ],
        ['other files rendered', ...results.map((r) => count(otherFiles(r)))],
        ['merging it into the snapshot (target 1 s, 300 MB)', ...results.map(mergeOf)],
        [
          'first query of the search, at the worst',
          ...results.map(({ firstQuery }) => `${(firstQuery / 1024).toFixed(0)} KB`),
        ],
      ],
    ),
    ...(largest ? [bytesTable(largest)] : []),
  ].join('\n\n');
}

function bytesTable({ papers, output, expected, hugo }: SizeResult): string {
  const perPaper = (bytes: number): string => (bytes / papers).toFixed(0);
  return table(
    [`output at ${count(papers)} papers`, 'files', 'MB', 'bytes per paper'],
    [
      ...output.map(({ kind, files, bytes }) => [
        kind,
        count(files),
        (bytes / 1e6).toFixed(1),
        perPaper(bytes),
      ]),
      [
        'all',
        count(output.reduce((sum, { files }) => sum + files, 0)),
        (totalBytes(output) / 1e6).toFixed(1),
        perPaper(totalBytes(output)),
      ],
      ['the size governor expected', '', (expected / 1e6).toFixed(1), perPaper(expected)],
      ...(hugo
        ? [
            [
              'Hugo writes',
              '',
              (totalBytes(hugo.output) / 1e6).toFixed(1),
              perPaper(totalBytes(hugo.output)),
            ],
          ]
        : []),
    ],
  );
}

function otherFiles({ nextDays }: SizeResult): number | undefined {
  const [day] = nextDays;
  if (!day) return undefined;
  const { rendered, renderedOf } = day.emitted;
  const emitted = rendered - (renderedOf['papers'] ?? 0) - (renderedOf['authors'] ?? 0);
  return emitted + day.drawn.filter((path) => !path.endsWith('.html')).length;
}

/** The median of the merges by time, and the most memory that any took. */
function mergeOf({ updates }: SizeResult): string {
  const seconds = updates.map((one) => one.seconds).toSorted((a, b) => a - b);
  const middle = seconds[Math.floor((seconds.length - 1) / 2)] ?? 0;
  const most = Math.max(0, ...updates.map(({ megabytes }) => megabytes));
  return `${middle.toFixed(2)} s, ${count(most)} MB`;
}

type Timed = Measured;

/** By seconds; of an even number the lower one. */
export function median<T extends Timed>(runs: readonly T[] = []): T | null {
  return runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor((runs.length - 1) / 2)] ?? null;
}

function time(run: Timed | null): string {
  return run === null
    ? '—'
    : `${run.seconds.toFixed(1)} s (${run.cpuSeconds.toFixed(1)}), ${count(run.megabytes)} MB`;
}

function ratio(run: Timed | null, to: Timed | null): string {
  return run === null || to === null ? '—' : (run.seconds / to.seconds).toFixed(2);
}

function count(value: number | undefined): string {
  return value === undefined ? '—' : value.toLocaleString('en');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = line(head.map((_, at) => (at === 0 ? '---' : '---:')));
  return [line(head), rule, ...rows.map(line)].join('\n');
}
