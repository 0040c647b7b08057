import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '../paper.ts';
import { samplePaper } from '../../tests/archive/sample-papers.ts';
import {
  makeSearchIndex,
  placeSearchIndex,
  type SearchIndexReport,
  type SearchableSnapshot,
} from './build-search-index.ts';
import type { PeriodFacts } from './period-facts.ts';

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const paperOf = (n: number, announced: string): Paper =>
  samplePaper({
    id: `2601.${String(n).padStart(5, '0')}`,
    title: `Grasping object ${n} with two hands`,
    abstract: `We study object ${n}.`,
    authors: [{ name: `Author ${n}` }],
    announced,
  });

let root: string;
let archive: Map<string, Paper[]>;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pulse-search-'));
  archive = new Map();
  for (let d = 0; d < 12; d++)
    archive.set(
      day(d),
      Array.from({ length: 10 }, (_, i) => paperOf(d * 10 + i, day(d))),
    );
});
afterEach(() => rmSync(root, { recursive: true }));

const snapshot = (): SearchableSnapshot => ({
  shards: () =>
    [...archive].map(([key, papers]) => ({
      path: `papers/${key}.ndjson`,
      key,
      sha256: createHash('sha256').update(JSON.stringify(papers)).digest('hex'),
    })),
  papersOf: (d) => archive.get(d) ?? [],
});
const build = async (
  name: string,
  configKey = 'c',
  cache = 'cache',
): Promise<SearchIndexReport> => {
  const report = await makeSearchIndex({
    snapshot: snapshot(),
    tagsOf: () => ({
      topics: [{ id: 'grasping', name: { en: 'Grasping', zh: '抓取' } }],
      hasCode: false,
      facets: [],
    }),
    configKey,
    cacheDir: join(root, cache),
    sizes: { large: 60, medium: 20 },
  });
  placeSearchIndex(report, join(root, cache), join(root, name));
  return report;
};
const bytesOf = (name: string): Record<string, string> => {
  const dir = join(root, name);
  return Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => join(e.parentPath, e.name))
      .toSorted()
      .map((f) => [f.slice(dir.length), readFileSync(f).toString('base64')]),
  );
};

describe('the search index', () => {
  it('is made whole at first, and not at all when nothing changed', async () => {
    const first = await build('a');
    expect(first.rebuilt).toHaveLength(first.periods.length);
    const second = await build('b');
    expect(second.rebuilt).toEqual([]);
    expect(bytesOf('b')).toEqual(bytesOf('a'));
  });

  it('rebuilds only the newest period for a new day', async () => {
    await build('a');
    archive.set(day(12), [paperOf(120, day(12))]);
    const report = await build('b');
    expect(report.rebuilt).toEqual([report.periods[0]?.id]);
  });

  it('indexes a replacement in the newest period and leaves the old one alone', async () => {
    archive.set(day(12), [paperOf(120, day(12))]);
    await build('a');
    const old = archive.get(day(0))?.[0];
    if (!old) throw new Error('no paper');
    archive.get(day(0))?.splice(0, 1, {
      ...old,
      version: 2,
      title: 'A better title',
      history: [{ version: 1, updated: old.updated, replaced: day(12), title: old.title }],
    });
    const report = await build('b');
    expect(report.rebuilt).toEqual([report.periods[0]?.id]);
    expect(report.periods[0]?.papers).toBe(2);
  });

  it('is the same from a cold cache as from a warm one', async () => {
    await build('a');
    archive.set(day(12), [paperOf(120, day(12))]);
    await build('warm');
    await build('cold', 'c', 'other-cache');
    expect(bytesOf('cold')).toEqual(bytesOf('warm'));
  });

  it('is made anew when topics change', async () => {
    await build('a');
    const report = await build('b', 'changed');
    expect(report.rebuilt).toHaveLength(report.periods.length);
  });

  it('survives a damaged cache', async () => {
    await build('a');
    rmSync(join(root, 'cache', 'shards.json'));
    const report = await build('b');
    expect(report.rebuilt).toEqual([]);
    expect(bytesOf('b')).toEqual(bytesOf('a'));
  });

  it('says beside a closed period who was accepted and cited since, and indexes nothing again', async () => {
    const { periods } = await build('a');
    const oldest = periods.at(-1)?.id ?? '';
    const facts = (name: string): PeriodFacts =>
      JSON.parse(readFileSync(join(root, name, oldest, 'facts.json'), 'utf8'));
    expect(facts('a')).toEqual({ cited: {}, venues: {} });
    const [first, second] = archive.get(day(0)) ?? [];
    if (!first || !second) throw new Error('no papers');
    archive.get(day(0))?.splice(
      0,
      2,
      { ...first, comment: 'Accepted to CoRL 2026' },
      {
        ...second,
        journal_ref: 'ICRA 2026',
        citations: { count: 7, influential: 1, venue: null, as_of: '2026-11-20' },
      },
    );
    const report = await build('b');
    expect(report.rebuilt).toEqual([]);
    const { cited, venues } = facts('b');
    expect(Object.keys(venues)).toEqual(['CoRL', 'ICRA']);
    expect(cited).toEqual({ [venues['ICRA']?.[0] ?? '']: 7 });
    expect(venues['CoRL']).not.toEqual(venues['ICRA']);
    await build('cold', 'c', 'other-cache');
    expect(bytesOf('cold')).toEqual(bytesOf('b'));
  });

  it('tells the browser its periods, newest first', async () => {
    const { periods } = await build('a');
    expect(JSON.parse(readFileSync(join(root, 'a', 'periods.json'), 'utf8'))).toEqual(periods);
    expect(periods.map((p) => p.id)).toEqual(
      periods
        .map((p) => p.id)
        .toSorted()
        .toReversed(),
    );
  });
});
