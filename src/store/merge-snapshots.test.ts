import { cpSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../paper.ts';
import { commitSnapshot } from './commit-snapshot.ts';
import { failingFiles } from './fixtures/failing-files.ts';
import { contents, temporaryFolder } from './fixtures/folder.ts';
import { inventedPaper } from './fixtures/invented-papers.ts';
import type { SourceEntry } from './manifest.ts';
import { mergeSnapshots } from './merge-snapshots.ts';
import { openSnapshot } from './open-snapshot.ts';
import { recordKind } from './record-kind.ts';
import type { Receipt } from './receipts.ts';
import type { Changes } from './snapshot.ts';
import { verifySnapshot } from './verify-snapshot.ts';
import { writeSnapshot } from './write-snapshot.ts';

const { files } = failingFiles(null);
const effects = { files, cacheFile: null };

function commit(dir: string, changes: Omit<Changes, 'base'>): void {
  commitSnapshot(dir, { base: openSnapshot(dir, effects), ...changes }, effects);
}

/** Two folders with the same beginning, each with its own changes after it. */
function diverged(
  start: Paper[],
  ours: Omit<Changes, 'base'>,
  theirs: Omit<Changes, 'base'>,
): [string, string] {
  const a = join(temporaryFolder(), 'data');
  const b = join(temporaryFolder(), 'data');
  commit(a, { papers: start });
  cpSync(a, b, { recursive: true });
  commit(a, ours);
  commit(b, theirs);
  return [a, b];
}

/** Merges both ways; the bytes must be the same. */
function mergeBothWays([a, b]: [string, string]): Record<string, string> {
  const [ours, theirs] = [openSnapshot(a, effects), openSnapshot(b, effects)];
  const [one, other] = [mergeSnapshots(ours, theirs), mergeSnapshots(theirs, ours)];
  writeSnapshot(a, one, effects);
  writeSnapshot(b, other, effects);
  expect(contents(a)).toEqual(contents(b));
  expect(verifySnapshot(a).problems).toEqual([]);
  return contents(a);
}

const run = (at: string): Receipt => ({
  id: `run/${at}`,
  at,
  sources: {},
  channels: {},
  merged: { added: 1, updated: 0, unchanged: 0 },
  problems: [],
});

const entry = (last_success: string, part: Partial<SourceEntry> = {}): SourceEntry => ({
  state: 'new',
  since: '2023-01-02T00:00:00Z',
  last_success,
  last_new: null,
  ...part,
});

describe('two snapshots that went apart', () => {
  const start = [inventedPaper(0, 1), inventedPaper(0, 2), inventedPaper(1, 1)];

  it('come together with the papers and receipts of both', () => {
    const pair = diverged(
      start,
      { papers: [inventedPaper(2, 1)], receipts: [run('2023-01-04T06:00:00Z')] },
      {
        papers: [inventedPaper(2, 2), inventedPaper(3, 1)],
        receipts: [run('2023-01-04T07:00:00Z')],
      },
    );
    mergeBothWays(pair);
    const merged = openSnapshot(pair[0]);
    expect([...merged.allPapers()].map(({ id }) => id).sort()).toEqual(
      [...start, inventedPaper(2, 1), inventedPaper(2, 2), inventedPaper(3, 1)]
        .map(({ id }) => id)
        .sort(),
    );
    expect([...merged.receipts()]).toHaveLength(2);
  });

  it('merge a paper that both changed field by field, and keep it once when one moved it', () => {
    const paper = inventedPaper(0, 1);
    const derived: Paper = { ...paper, announced_from: 'derived' };
    const pair = diverged(
      [derived, inventedPaper(0, 2)],
      { papers: [{ ...derived, doi: '10.1/x' }] },
      { papers: [{ ...paper, announced: '2023-01-03', announced_from: 'feed', version: 2 }] },
    );
    mergeBothWays(pair);
    const merged = openSnapshot(pair[0]);
    expect(merged.find([paper.id]).get(paper.id)).toMatchObject({ doi: '10.1/x', version: 2 });
    expect(merged.papersOf('2023-01-02')).toHaveLength(1);
    expect(merged.papersOf('2023-01-03')).toHaveLength(1);
  });

  it('take the state of a source from the side that heard of it last', () => {
    const pair = diverged(
      start,
      {
        sources: {
          arxiv: entry('2023-01-04T06:00:00Z', { cursor: 'a', last_new: '2023-01-04T06:00:00Z' }),
        },
      },
      {
        sources: {
          arxiv: entry('2023-01-04T07:00:00Z', { cursor: 'b' }),
          news: entry('2023-01-04T07:00:00Z'),
        },
      },
    );
    mergeBothWays(pair);
    expect(openSnapshot(pair[0]).manifest.sources).toEqual({
      arxiv: entry('2023-01-04T07:00:00Z', { cursor: 'b', last_new: '2023-01-04T06:00:00Z' }),
      news: entry('2023-01-04T07:00:00Z'),
    });
  });

  it('merge kinds of records that the store does not know', () => {
    const notes = recordKind<{ id: string; posted: string; title?: string }>({
      name: 'notes',
      shardOf: ({ posted }) => posted.slice(0, 7),
      parse: (value) => value as { id: string; posted: string },
    });
    const pair = diverged(
      start,
      {
        records: [
          {
            kind: notes,
            upsert: [
              { id: 'a', posted: '2023-01-02' },
              { id: 'c', posted: '2023-02-02', title: 'A' },
            ],
          },
        ],
      },
      {
        records: [
          {
            kind: notes,
            upsert: [
              { id: 'b', posted: '2023-01-02' },
              { id: 'c', posted: '2023-02-02', title: 'B' },
            ],
          },
        ],
      },
    );
    mergeBothWays(pair);
    expect([...openSnapshot(pair[0]).records(notes)]).toEqual([
      { id: 'a', posted: '2023-01-02' },
      { id: 'b', posted: '2023-01-02' },
      { id: 'c', posted: '2023-02-02', title: 'B' },
    ]);
  });

  it('of which one is empty come to the other', () => {
    const a = join(temporaryFolder(), 'data');
    const b = join(temporaryFolder(), 'data');
    commit(a, { papers: start });
    const before = contents(a);
    writeSnapshot(b, mergeSnapshots(openSnapshot(b, effects), openSnapshot(a, effects)), effects);
    expect(contents(b)).toEqual(before);
  });

  it('hold every id of both, whatever they changed, and merging again changes nothing', () => {
    const change = fc.array(
      fc.record({
        day: fc.nat(3),
        number: fc.integer({ min: 1, max: 4 }),
        version: fc.integer({ min: 1, max: 3 }),
        move: fc.boolean(),
      }),
      { maxLength: 8 },
    );
    const papersOf = (
      steps: { day: number; number: number; version: number; move: boolean }[],
    ): Paper[] =>
      [...new Map(steps.map((step) => [`${step.day} ${step.number}`, step])).values()].map(
        (step) => {
          const paper = inventedPaper(step.day, step.number);
          const known: Partial<Paper> = step.move ? { announced: '2023-01-09' } : {};
          return { ...paper, ...known, version: step.version };
        },
      );
    fc.assert(
      fc.property(change, change, (ours, theirs) => {
        const pair = diverged(
          [inventedPaper(4, 1)],
          { papers: papersOf(ours) },
          { papers: papersOf(theirs) },
        );
        const merged = mergeBothWays(pair);
        const ids = [...openSnapshot(pair[0], effects).allPapers()].map(({ id }) => id).sort();
        const expected = new Set(
          [inventedPaper(4, 1), ...papersOf(ours), ...papersOf(theirs)].map(({ id }) => id),
        );
        expect(ids).toEqual([...expected].sort());
        const again = mergeSnapshots(
          openSnapshot(pair[0], effects),
          openSnapshot(pair[1], effects),
        );
        expect(again.files.size).toBe(0);
        expect(again.manifest.toString()).toBe(merged['manifest.json'] ?? '');
      }),
      { numRuns: 40 },
    );
  });
});
