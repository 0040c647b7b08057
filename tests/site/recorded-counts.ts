import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildResult } from './run-build.ts';
import type { readTree } from './read-tree.ts';

/**
 * What a build may cost, in counts that are the same on any machine. A change that makes one larger fails the test; one
 * that is meant is recorded by running it with `RECORD_COUNTS=1`, and its reason told with the change.
 */
export interface Counts {
  /** Bytes a paper, by top folder of the site. */
  bytes: Record<string, number>;
  /** Files rendered on the next day, by kind. */
  rendered: Record<string, number>;
  /** Pages that Astro drew on the next day. */
  drawn: number;
  /** Most entries in one folder of the site. */
  entries: number;
}

const file = join(import.meta.dirname, 'recorded-counts.json');

/** Whether there is something to compare with, or is to be. */
export const canCompare = existsSync(file) || process.env['RECORD_COUNTS'] !== undefined;

/** What was recorded; `made` itself, written down, when `RECORD_COUNTS` is set. @throws when nothing was recorded */
export function recordedCounts(made: Counts): Counts {
  if (process.env['RECORD_COUNTS']) writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
  if (!existsSync(file)) throw new Error(`${file} is missing: run this test with RECORD_COUNTS=1`);
  const counts: Counts = JSON.parse(readFileSync(file, 'utf8'));
  return counts;
}

/** Folders whose bytes are told apart: those that grow with the archive. */
const GROWING = new Set([
  'papers',
  'days',
  'topics',
  'months',
  'api',
  'search-index',
  'data',
  'author',
]);

export function countsOf(
  tree: ReturnType<typeof readTree>,
  papers: number,
  { drawn, emitted }: BuildResult,
): Counts {
  const bytes: Record<string, number> = {};
  const entries = new Map<string, Set<string>>();
  for (const [path, { bytes: size }] of tree) {
    const parts = path.split('/');
    const [top = ''] = parts;
    if (GROWING.has(top)) bytes[top] = (bytes[top] ?? 0) + size;
    parts.forEach((name, depth) => {
      const folder = parts.slice(0, depth).join('/');
      entries.set(folder, (entries.get(folder) ?? new Set()).add(name));
    });
  }
  return {
    bytes: Object.fromEntries(
      Object.entries(bytes).map(([name, size]) => [name, Math.ceil(size / papers)]),
    ),
    rendered: emitted.renderedOf,
    drawn: drawn.filter((path) => path.endsWith('.html')).length,
    entries: Math.max(...[...entries.values()].map(({ size }) => size)),
  };
}

/** Counts that are above what was recorded, bytes by more than a hundredth, as lines to read. */
export function regressions(made: Counts, recorded: Counts): string[] {
  const over = (name: string, now: number, before: number | undefined, room = 1): string[] =>
    now > (before ?? 0) * room ? [`${name}: ${now}, recorded ${before ?? 'none'}`] : [];
  return [
    ...Object.entries(made.bytes).flatMap(([name, now]) =>
      over(`bytes a paper in ${name}/`, now, recorded.bytes[name], 1.01),
    ),
    ...Object.entries(made.rendered).flatMap(([name, now]) =>
      over(`files of ${name} rendered on a next day`, now, recorded.rendered[name]),
    ),
    ...over('pages drawn on a next day', made.drawn, recorded.drawn),
    ...over('entries in a folder', made.entries, recorded.entries),
  ];
}
