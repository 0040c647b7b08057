import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Day, Paper } from '../paper.ts';
import { samplePaper } from '../../tests/archive/sample-papers.ts';
import { similarPapers, type SimilarReport } from './similar-papers.ts';

const INDEX = 'days.json';
const LINES = 'papers.ndjson';
const VECTORS = 'vectors.bin';

let folder: string;
let cache: string;
let archive: Map<Day, Paper[]>;
const day = (n: number): Day => `2026-01-${String(n + 1).padStart(2, '0')}`;
const papersOf = (n: number): Paper[] =>
  ['Vierfüßige Läufer on rubble 🐕', 'Grasping transparent bottles'].map((title, subject) =>
    samplePaper({
      id: `2601.${String(n * 2 + subject).padStart(5, '0')}`,
      title: `${title} "${['again', 'revisited', 'outdoors'][n % 3]}"`,
      abstract: `${title}, in study ${n} of them.`,
      announced: day(n),
    }),
  );
const open = (cacheDir: string): SimilarReport =>
  similarPapers(
    {
      days: () => [...archive].map(([date, papers]) => ({ date, key: JSON.stringify(papers) })),
      papersOf: (date) => archive.get(date) ?? [],
    },
    cacheDir,
  );
const answers = (report: SimilarReport) => ({
  keys: [...report.keys],
  lists: [...archive.keys()].map((date) => [...report.listsOf(date)]),
});
const bytesOf = (cacheDir: string): Buffer[] =>
  [INDEX, LINES, VECTORS].map((name) => readFileSync(join(cacheDir, name)));
/** What a build without the cache answers and keeps. */
function cold() {
  const dir = mkdtempSync(join(folder, 'cold-'));
  return { answers: answers(open(dir)), bytes: bytesOf(dir) };
}
/** Changes one byte in the middle of a file of the cache. */
function flip(name: string): void {
  const bytes = readFileSync(join(cache, name));
  const middle = bytes.length >>> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(join(cache, name), bytes);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pulse-similar-cache-'));
  cache = join(folder, 'cache');
  archive = new Map([0, 1, 2, 3].map((n) => [day(n), papersOf(n)]));
  open(cache);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the cache of similar papers', () => {
  it('gives back what was computed, without computing it', () => {
    const report = open(cache);
    expect(report.computed).toEqual([]);
    expect(answers(report)).toEqual(cold().answers);
    expect(report.listsOf(day(3)).get('2601.00006')?.[0]?.title).toContain('Läufer on rubble 🐕 "');
  });

  it('knows no list of a day that is not in the archive', () => {
    expect(open(cache).listsOf('2020-01-01').size).toBe(0);
  });

  it('takes a new day behind the others, and is then what a cold build keeps', () => {
    const before = bytesOf(cache);
    archive.set(day(4), papersOf(4));
    const report = open(cache);
    expect(report.computed).toEqual([day(4)]);
    const { answers: same, bytes } = cold();
    expect(answers(report)).toEqual(same);
    expect(bytesOf(cache)).toEqual(bytes);
    for (const at of [1, 2]) expect(bytes[at]?.subarray(0, before[at]?.length)).toEqual(before[at]);
  });

  it('takes days without papers', () => {
    archive.set(day(4), []);
    open(cache);
    archive.set(day(5), papersOf(5));
    expect(answers(open(cache))).toEqual(cold().answers);
    expect(bytesOf(cache)).toEqual(cold().bytes);
  });

  it('begins anew at an earlier day that changed', () => {
    archive.get(day(2))?.pop();
    const report = open(cache);
    expect(report.computed).toEqual([day(2), day(3)]);
    const { answers: same, bytes } = cold();
    expect(answers(report)).toEqual(same);
    expect(bytesOf(cache)).toEqual(bytes);
  });

  it('drops days that the archive has no more', () => {
    archive.delete(day(3));
    expect(open(cache).computed).toEqual([]);
    expect(bytesOf(cache)).toEqual(cold().bytes);
  });

  describe.each([
    ['the archive as it was', () => undefined],
    ['a new day', () => archive.set(day(4), papersOf(4))],
  ])('answers %s alike', (_, change) => {
    it.each([
      ['a byte of the index changed', () => flip(INDEX)],
      ['a byte of the lines changed', () => flip(LINES)],
      ['a byte of the vectors changed', () => flip(VECTORS)],
      ['the index is cut short', () => truncateSync(join(cache, INDEX), 100)],
      ['the lines are cut short', () => truncateSync(join(cache, LINES), 100)],
      ['the vectors are cut short', () => truncateSync(join(cache, VECTORS), 100)],
      ['the index is missing', () => rmSync(join(cache, INDEX))],
      ['the lines are missing', () => rmSync(join(cache, LINES))],
      ['the vectors are missing', () => rmSync(join(cache, VECTORS))],
      [
        'the index says what nobody wrote',
        () => {
          const index = readFileSync(join(cache, INDEX), 'utf8');
          writeFileSync(join(cache, INDEX), index.replace('"papers":2', '"papers":1'));
        },
      ],
      [
        'it is of an earlier form',
        () => {
          const index = readFileSync(join(cache, INDEX), 'utf8');
          writeFileSync(join(cache, INDEX), index.replace('similar/3', 'similar/2'));
        },
      ],
    ])('when %s', (_name, damage) => {
      damage();
      change();
      expect(answers(open(cache))).toEqual(cold().answers);
      expect(answers(open(cache))).toEqual(cold().answers);
    });
  });

  it('is made again when lines turn out to be others after it was opened', () => {
    const report = open(cache);
    flip(LINES);
    expect(answers(report)).toEqual(cold().answers);
    expect(bytesOf(cache)).toEqual(cold().bytes);
  });

  it('is not believed where a build was stopped before the index', () => {
    const before = join(folder, 'before');
    cpSync(cache, before, { recursive: true });
    archive.set(day(4), papersOf(4));
    open(cache);
    copyFileSync(join(before, INDEX), join(cache, INDEX));
    archive.set(day(4), papersOf(5));
    expect(open(cache).computed).toEqual([day(4)]);
    expect(bytesOf(cache)).toEqual(cold().bytes);
  });

  it('is not believed where a stopped build had begun anew at an earlier day', () => {
    const whole = new Map(archive);
    const before = join(folder, 'before');
    cpSync(cache, before, { recursive: true });
    archive.set(day(2), papersOf(7));
    open(cache);
    copyFileSync(join(before, INDEX), join(cache, INDEX));
    // The archive is then as the index has it again, but the other files are not.
    archive = whole;
    expect(answers(open(cache))).toEqual(cold().answers);
    expect(bytesOf(cache)).toEqual(cold().bytes);
  });
});
