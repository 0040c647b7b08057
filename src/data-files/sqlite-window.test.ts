import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SampleArchive } from '../../tests/archive/sample-archive.ts';
import { sampleConfig } from '../../tests/archive/sample-config.ts';
import { samplePaper } from '../../tests/archive/sample-papers.ts';
import type { Archive } from '../query/archive.ts';
import { dataManifestSchema } from './data-manifest.ts';
import { SQLITE_PATH } from './data-paths.ts';
import { makeDataFiles } from './make-data-files.ts';
import { makeReleaseFiles } from './release-files.ts';

/** From 2025-01 on; none in 2025-06, so that a month without papers is not counted. */
const MONTHS = Array.from({ length: 15 }, (_, at) => {
  const month = at < 5 ? at : at + 1;
  return `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});
const BEFORE = MONTHS.slice(0, 14);
const NEXT = MONTHS.slice(14);

/** Two papers on the first day of each month, one on the last of its first week. */
const papersOf = (months: readonly string[]) =>
  months.flatMap((month) =>
    ['01', '01', '07'].map((day, number) =>
      samplePaper({
        id: `${month.slice(2).replace('-', '')}.${String(number + 1).padStart(5, '0')}`,
        announced: `${month}-${day}`,
      }),
    ),
  );

/** With so small a budget a few papers are a large archive. */
const budget = (megabytes: number) => {
  const config = sampleConfig();
  return { ...config, site: { ...config.site, budget_mb: megabytes } };
};

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sqlite-window-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const make = (archive: Archive, out: string, cache: string, whole = false) =>
  makeDataFiles(archive, { outDir: join(dir, out), cacheDir: join(dir, cache), salt: 's', whole });

const entryOf = (out: string) =>
  dataManifestSchema
    .parse(JSON.parse(readFileSync(join(dir, out, 'data/manifest.json'), 'utf8')))
    .files.find(({ kind }) => kind === 'sqlite');

/** Papers by month, as each table that names papers or days has them. */
function monthsIn(file: string): Record<'paper' | 'paper_topic' | 'day', Map<string, number>> {
  const db = new DatabaseSync(file, { readOnly: true });
  const counted = (query: string): Map<string, number> =>
    new Map(
      db
        .prepare(`SELECT month, SUM(papers) AS papers FROM (${query}) GROUP BY month`)
        .all()
        .map(({ month, papers }) => [String(month), Number(papers)]),
    );
  try {
    return {
      paper: counted('SELECT substr(announced, 1, 7) AS month, 1 AS papers FROM paper'),
      paper_topic: counted(
        "SELECT '20' || substr(paper, 1, 2) || '-' || substr(paper, 3, 2) AS month, 1 AS papers FROM paper_topic GROUP BY paper",
      ),
      day: counted('SELECT substr(date, 1, 7) AS month, papers FROM day'),
    };
  } finally {
    db.close();
  }
}

const three = (months: readonly string[]) => {
  const papers = new Map(months.map((month) => [month, 3]));
  return { paper: papers, paper_topic: papers, day: papers };
};

describe('the SQLite file', () => {
  it('holds the newest twelve months of a large archive, and says from which on', async () => {
    using sample = new SampleArchive(budget(1));
    sample.commit({ papers: papersOf(BEFORE) });
    await make(await sample.open(), 'out', 'cache');
    expect(monthsIn(join(dir, 'out', SQLITE_PATH))).toEqual(three(BEFORE.slice(2)));
    expect(entryOf('out')).toMatchObject({ from: BEFORE[2], rows: 3 * 12 });
  });

  it('holds every paper of a small one', async () => {
    using sample = new SampleArchive(budget(900));
    sample.commit({ papers: papersOf(BEFORE) });
    await make(await sample.open(), 'out', 'cache');
    expect(monthsIn(join(dir, 'out', SQLITE_PATH))).toEqual(three(BEFORE));
    expect(entryOf('out')).toMatchObject({ rows: 3 * 14 });
    expect(entryOf('out')).not.toHaveProperty('from');
  });

  it('lets a month go when one begins: reads the new days alone, and gives the bytes of a cold cache', async () => {
    using sample = new SampleArchive(budget(1));
    sample.commit({ papers: papersOf(BEFORE) });
    await make(await sample.open(), 'before', 'warm');
    sample.commit({ papers: papersOf(NEXT) });
    const archive = await sample.open();
    expect((await make(archive, 'warm-out', 'warm')).days).toBe(2);
    const warm = join(dir, 'warm-out', SQLITE_PATH);
    expect(monthsIn(warm)).toEqual(three(MONTHS.slice(3)));
    await make(archive, 'cold-out', 'cold');
    expect(readFileSync(warm).equals(readFileSync(join(dir, 'cold-out', SQLITE_PATH)))).toBe(true);
    expect((await make(archive, 'again', 'warm')).days).toBe(0);
  });

  it('takes months back where the archive counts as small again', async () => {
    using sample = new SampleArchive(budget(1));
    sample.commit({ papers: papersOf(BEFORE) });
    await make(await sample.open(), 'large', 'cache');
    await make(await sample.open(budget(900)), 'small', 'cache');
    expect(monthsIn(join(dir, 'small', SQLITE_PATH))).toEqual(three(BEFORE));
  });

  it('is whole in a release, beside whose working file that of the site stays as it was', async () => {
    using sample = new SampleArchive(budget(1));
    sample.commit({ papers: papersOf(BEFORE) });
    const archive = await sample.open();
    await make(archive, 'site', 'cache/data-files');
    const release = { cacheDir: join(dir, 'cache'), outDir: join(dir, 'release'), salt: 's' };
    await makeReleaseFiles(archive, '{}', { dataDir: sample.dataDir, ...release });
    expect(monthsIn(join(dir, 'release/embodied-pulse.sqlite'))).toEqual(three(BEFORE));
    expect((await make(archive, 'site', 'cache/data-files')).days).toBe(0);
    expect((await make(archive, 'whole', 'cache/data-files', true)).days).toBe(0);
    expect(monthsIn(join(dir, 'site', SQLITE_PATH))).toEqual(three(BEFORE.slice(2)));
    expect(entryOf('whole')).not.toHaveProperty('from');
  });
});
