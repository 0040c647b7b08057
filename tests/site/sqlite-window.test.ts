import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { samplePaper } from '../archive/sample-papers.ts';
import { runBuild } from './run-build.ts';

const papersOf = (month: string) =>
  Array.from({ length: 40 }, (_, number) =>
    samplePaper({
      id: `${month.slice(2).replace('-', '')}.${String(number + 1).padStart(5, '0')}`,
      announced: `${month}-0${3 + (number % 2)}`,
      abstract: `We study a robot arm. ${'It grasps what is put before it. '.repeat(30)}`,
    }),
  );

/** Thirteen months of a large archive: with the smallest budget that there may be a few papers are one. */
const MONTHS = Array.from({ length: 13 }, (_, at) =>
  at < 11 ? `2025-${String(at + 2).padStart(2, '0')}` : `2026-0${at - 10}`,
);

describe('pages that say from which month on the SQLite file reaches', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sqlite-window-'));
  const folders = {
    dataDir: join(folder, 'data'),
    cacheDir: join(folder, 'cache'),
    outDir: join(folder, 'site'),
    configFile: join(folder, 'config.yaml'),
  };
  const commit = (months: readonly string[]) =>
    commitSnapshot(folders.dataDir, {
      base: openSnapshot(folders.dataDir),
      papers: months.flatMap(papersOf),
    });
  const says = (month: string, zh: string): string[] =>
    ['data/', 'data/sql/', 'health/'].flatMap((path) => {
      const page = (at: string) => readFileSync(join(folders.outDir, at, 'index.html'), 'utf8');
      return [
        ...(page(path).includes(`since ${month}`) ? [path] : []),
        ...(page(`zh/${path}`).includes(`${zh} 起`) ? [`zh/${path}`] : []),
      ];
    });
  const pages = ['data/', 'zh/data/', 'data/sql/', 'zh/data/sql/', 'health/', 'zh/health/'];

  beforeAll(async () => {
    const config = readFileSync(join(import.meta.dirname, '../../config.yaml'), 'utf8');
    writeFileSync(folders.configFile, config.replace(/^site:\n/m, 'site:\n  budget_mb: 50\n'));
    commit(MONTHS);
    await runBuild(folders);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('name that month, in both languages', () => {
    expect(says('March 2025', '2025年3月')).toEqual(pages);
  });

  it('name the next one when a month begins, also where a page is kept from day to day', async () => {
    commit(['2026-03']);
    await runBuild(folders);
    expect(says('April 2025', '2025年4月')).toEqual(pages);
    expect(says('March 2025', '2025年3月')).toEqual([]);
  });
}, 300_000);
