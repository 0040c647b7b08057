import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Day, Paper } from '../paper.ts';
import { samplePaper } from '../../tests/archive/sample-papers.ts';
import { contentTerms } from './content-terms.ts';
import type { SimilarPaper } from './paper-list.ts';
import {
  rarityBasis,
  similarPapers,
  type SimilarReport,
  type SimilarSource,
} from './similar-papers.ts';
import { textKeys } from './text-keys.ts';

const subjects = [
  [
    'Quadruped locomotion over rubble',
    'A legged robot walks over rubble and stairs with learned gaits.',
  ],
  [
    'Grasping transparent bottles',
    'A gripper picks transparent bottles from clutter by depth completion.',
  ],
  ['Surgical needle insertion', 'A surgical arm inserts needles under ultrasound guidance.'],
] as const;

let cache: string;
let archive: Map<Day, Paper[]>;
const day = (n: number): Day => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const paper = (n: number, announced: Day, subject: number): Paper =>
  samplePaper({
    id: `2601.${String(n).padStart(5, '0')}`,
    title: `${subjects[subject]?.[0]} ${['again', 'revisited', 'outdoors', 'at night'][n % 4]}`,
    abstract: subjects[subject]?.[1] ?? null,
    announced,
  });
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'pulse-similar-'));
  archive = new Map();
  for (let d = 0; d < 6; d++)
    archive.set(
      day(d),
      [0, 1, 2].map((s) => paper(d * 3 + s, day(d), s)),
    );
});
afterEach(() => rmSync(cache, { recursive: true }));

const source = (): SimilarSource => ({
  days: () => [...archive].map(([date, papers]) => ({ date, key: JSON.stringify(papers) })),
  papersOf: (date) => archive.get(date) ?? [],
});
/** The list of every paper. */
function listsOf(from: SimilarSource, cacheDir: string): Map<string, readonly SimilarPaper[]> {
  return allLists(similarPapers(from, cacheDir));
}
const allLists = ({ listsOf: ofDay }: SimilarReport): Map<string, readonly SimilarPaper[]> =>
  new Map([...archive.keys()].flatMap((date) => [...ofDay(date)]));
const subjectOf = (id: string): number => Number(id.slice(5)) % 3;

describe('similar papers', () => {
  it('begin with those of the same subject, and never hold the paper itself', () => {
    const lists = listsOf(source(), cache);
    for (const [id, similar] of lists) {
      expect(similar.map((other) => other.id)).not.toContain(id);
      const earlier = Math.floor(Number(id.slice(5)) / 3);
      expect(
        similar.slice(0, earlier).every((other) => subjectOf(other.id) === subjectOf(id)),
      ).toBe(true);
    }
    expect(lists.get('2601.00017')?.length).toBeGreaterThan(3);
  });

  it('are not later than the paper, so that a new day changes no list', () => {
    const before = listsOf(source(), cache);
    archive.set(day(6), [paper(18, day(6), 0)]);
    const report = similarPapers(source(), cache);
    expect(report.computed).toEqual([day(6)]);
    const after = allLists(report);
    expect(after.size).toBe(before.size + 1);
    for (const [id, similar] of before) expect(after.get(id)).toEqual(similar);
  });

  it('are the same from a cold cache, and from a damaged one', () => {
    similarPapers(source(), cache);
    archive.set(day(6), [paper(18, day(6), 0)]);
    const warm = listsOf(source(), cache);
    writeFileSync(join(cache, 'vectors.bin'), Buffer.alloc(10));
    expect(listsOf(source(), cache)).toEqual(warm);
    expect(listsOf(source(), join(cache, 'cold'))).toEqual(warm);
    // The next day needs the vectors that are damaged.
    archive.set(day(7), [paper(19, day(7), 0)]);
    const next = listsOf(source(), cache);
    expect(next.get('2601.00019')?.length).toBeGreaterThan(0);
    expect(next).toEqual(listsOf(source(), join(cache, 'colder')));
  });

  it('give a day a key that changes only with its lists', () => {
    const before = similarPapers(source(), cache).keys;
    archive.set(day(6), [paper(18, day(6), 0)]);
    const { keys } = similarPapers(source(), cache);
    for (const [date, key] of before) expect(keys.get(date)).toBe(key);
    expect(keys.has(day(6))).toBe(true);
  });

  it('are computed again from the day that changed on', () => {
    similarPapers(source(), cache);
    archive.get(day(4))?.push(paper(18, day(4), 1));
    expect(similarPapers(source(), cache).computed).toEqual([day(4), day(5)]);
  });

  it('do not change when a later version rewrites an old paper', () => {
    const before = listsOf(source(), cache);
    const old = archive.get(day(0))?.[0];
    if (!old) throw new Error('no paper');
    archive.get(day(0))?.splice(0, 1, {
      ...old,
      title: 'Needles',
      history: [{ version: 1, updated: old.updated, replaced: day(5), title: old.title }],
    });
    expect(listsOf(source(), cache)).toEqual(before);
  });

  it('count rarity over a basis that only grows', () => {
    expect([0, 255, 256, 1_023, 1_024, 50_000].map(rarityBasis)).toEqual([
      0, 0, 256, 256, 1_024, 16_384,
    ]);
  });
});

describe('terms of a text', () => {
  it('fold plurals and drop words that say nothing', () => {
    const terms = contentTerms(
      'Novel grasping policies for robots',
      'We propose a grasping policy.',
    );
    expect([...terms.keys()].toSorted()).toEqual([
      'grasping',
      'grasping policy',
      'policy',
      'policy robot',
      'robot',
    ]);
  });

  it('count repetition by its logarithm', () => {
    const terms = contentTerms('', 'tactile tactile tactile tactile');
    expect(terms.get('tactile')).toBeCloseTo(1 + Math.log(4));
  });
});

describe('keys of texts', () => {
  const shards = () =>
    [...archive.keys()].map((key) => ({ key, sha256: JSON.stringify(archive.get(key)) }));
  const keysNow = () => textKeys(shards(), (date) => archive.get(date) ?? [], cache);

  it('stay when a comment, a citation or a later version changes a shard', () => {
    const before = keysNow();
    const old = archive.get(day(0))?.[0];
    if (!old) throw new Error('no paper');
    archive.get(day(0))?.splice(0, 1, {
      ...old,
      comment: '8 pages',
      title: 'Needles',
      history: [{ version: 1, updated: old.updated, replaced: day(5), title: old.title }],
    });
    expect(keysNow()).toEqual(before);
  });

  it('are written anew only where one changed', () => {
    keysNow();
    const written = () => statSync(join(cache, 'text-keys.json')).ino;
    const before = written();
    keysNow();
    expect(written()).toBe(before);
  });

  it('change when an abstract is completed', () => {
    const before = keysNow();
    const old = archive.get(day(2))?.[0];
    if (!old) throw new Error('no paper');
    archive.get(day(2))?.splice(0, 1, { ...old, abstract: 'Now known.' });
    const changed = keysNow().filter(({ key }, i) => key !== before[i]?.key);
    expect(changed.map(({ date }) => date)).toEqual([day(2)]);
  });
});
