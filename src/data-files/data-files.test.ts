import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DuckDBInstance } from '@duckdb/node-api';
import initSqlJs from 'sql.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SampleArchive } from '../../tests/archive/sample-archive.ts';
import { samplePaper } from '../../tests/archive/sample-papers.ts';
import type { Archive } from '../query/archive.ts';
import { runQuery } from '../client/sql/run-query.ts';
import { sqlExamples } from '../components/sql-examples.ts';
import { sha256 } from '../query/digest.ts';
import { csvText } from './csv-text.ts';
import { dataManifestSchema } from './data-manifest.ts';
import { toDataRow } from './data-row.ts';
import { SQLITE_PATH } from './data-paths.ts';
import { NDJSON_DAYS } from './ndjson-days.ts';
import { makeDataFiles } from './make-data-files.ts';

const papers = [
  samplePaper({ id: '2512.00001', announced: '2025-12-30' }),
  samplePaper({ id: '2601.00010', announced: '2026-01-05', title: 'Grasping, "quoted"\nand more' }),
  samplePaper({
    id: '2611.00002',
    title: '=cmd() on a quadruped',
    abstract: null,
    authors: [{ name: "O'Brien" }, { name: 'Łukasz Dvořák' }],
  }),
  samplePaper({ id: 'hep-th/9901001', announced: '2026-11-24', withdrawn: true }),
];

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'data-files-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const make = (archive: Archive, out: string, cache: string) =>
  makeDataFiles(archive, { outDir: join(dir, out), cacheDir: join(dir, cache), salt: 's' });

const filesIn = (out: string) =>
  readdirSync(join(dir, out), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${file.slice(join(dir, out).length + 1)} ${sha256(readFileSync(file))}`)
    .toSorted();

const manifestOf = (out: string) =>
  dataManifestSchema.parse(JSON.parse(readFileSync(join(dir, out, 'data/manifest.json'), 'utf8')));

describe('the data files', () => {
  it('hold as many papers per topic as the statistics say, in SQLite and in Parquet', async () => {
    using sample = new SampleArchive();
    sample.commit({ papers });
    const archive = await sample.open();
    await make(archive, 'out', 'cache');
    const wanted = archive.stats();

    const sql = await initSqlJs();
    const db = new sql.Database(readFileSync(join(dir, 'out', SQLITE_PATH)));
    const rows = (query: string) => db.exec(query)[0]?.values ?? [];
    expect(rows('SELECT COUNT(*) FROM paper')).toEqual([[wanted.total]]);
    const topics = Object.fromEntries(
      rows(
        'SELECT topic.id, COUNT(paper) FROM topic LEFT JOIN paper_topic ON topic = topic.id GROUP BY 1',
      ),
    );
    expect(topics).toEqual(wanted.stats);
    expect(rows("SELECT id FROM paper_text WHERE paper_text MATCH 'dvorak'")).toEqual([
      ['2611.00002'],
    ]);
    expect(rows('PRAGMA user_version')).toEqual([[1]]);
    expect(rows('PRAGMA integrity_check')).toEqual([['ok']]);
    db.close();

    const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
    const found = await duckdb.runAndReadAll(
      `SELECT year, COUNT(*)::INTEGER, list(id ORDER BY id) FROM read_parquet('${dir}/out/data/papers/*/*.parquet', hive_partitioning = true) GROUP BY year ORDER BY year`,
    );
    expect(found.getRowsJson()).toEqual([
      ['2025', 1, ['2512.00001']],
      ['2026', 3, ['2601.00010', '2611.00002', 'hep-th/9901001']],
    ]);
    const one = await duckdb.runAndReadAll(
      `SELECT authors, announced, withdrawn, abstract FROM '${dir}/out/data/papers/year=2026/2026-11.parquet' WHERE id = '2611.00002'`,
    );
    expect(one.getRowsJson()).toEqual([[["O'Brien", 'Łukasz Dvořák'], '2026-11-23', false, null]]);
    duckdb.closeSync();
  });

  it('have no empty pages in SQLite, however much text was merged into one index', async () => {
    using sample = new SampleArchive();
    const words = (from: number) =>
      Array.from({ length: 12_000 }, (_, n) => `w${from * 12_000 + n}`).join(' ');
    const texts = Array.from({ length: 16 }, (_, n) =>
      samplePaper({ id: `2611.${String(n + 1).padStart(5, '0')}`, abstract: words(n) }),
    );
    sample.commit({ papers: texts });
    await make(await sample.open(), 'out', 'cache');
    const db = new DatabaseSync(join(dir, 'out', SQLITE_PATH), { readOnly: true });
    expect(db.prepare('PRAGMA freelist_count').get()).toEqual({ freelist_count: 0 });
    db.close();
  });

  it('answer every example of the SQL page', async () => {
    using sample = new SampleArchive();
    sample.commit({ papers });
    await make(await sample.open(), 'out', 'cache');
    const db = new (await initSqlJs()).Database(readFileSync(join(dir, 'out', SQLITE_PATH)));
    for (const { sql } of sqlExamples) expect(runQuery(db, sql).columns.length).toBeGreaterThan(1);
    db.close();
  });

  it('are opened by the sqlite3 of the system', async ({ skip }) => {
    using sample = new SampleArchive();
    sample.commit({ papers });
    await make(await sample.open(), 'out', 'cache');
    try {
      execFileSync('sqlite3', ['--version']);
    } catch {
      skip('sqlite3 is not installed');
    }
    const file = join(dir, 'out', SQLITE_PATH);
    const ask = (query: string) =>
      execFileSync('sqlite3', [file, query], { encoding: 'utf8' }).trim();
    expect(ask('SELECT COUNT(*) FROM paper')).toBe(String(papers.length));
    expect(ask("SELECT id FROM paper_text WHERE paper_text MATCH 'quadruped'")).toBe('2611.00002');
  });

  it('hold the newest days line by line, as the snapshot does, and leave out days that grew old', async () => {
    using sample = new SampleArchive();
    const many = Array.from({ length: NDJSON_DAYS + 2 }, (_, n) => {
      const announced = new Date(Date.UTC(2026, 8, 1 + n)).toISOString().slice(0, 10);
      return samplePaper({ id: `2609.${String(n + 1).padStart(5, '0')}`, announced });
    });
    sample.commit({ papers: many.slice(0, -1) });
    await make(await sample.open(), 'out', 'cache');
    sample.commit({ papers: many.slice(-1) });
    await make(await sample.open(), 'next', 'cache');
    const published = manifestOf('next').files.filter(({ kind }) => kind === 'ndjson');
    const days = many.map(({ announced }) => announced).toReversed();
    expect(published.map(({ day }) => day)).toEqual(days.slice(0, NDJSON_DAYS));
    for (const { path, rows, sha256: sum } of published) {
      const bytes = readFileSync(join(dir, 'next', path));
      expect(sha256(bytes)).toBe(sum);
      const records = bytes.toString('utf8').trimEnd().split('\n');
      expect(records).toHaveLength(rows);
      const { id } = JSON.parse(records[0] ?? '');
      expect(JSON.parse(records[0] ?? '')).toEqual(many.find((paper) => paper.id === id));
    }
    expect(readdirSync(join(dir, 'cache')).filter((name) => name.endsWith('.ndjson'))).toHaveLength(
      NDJSON_DAYS,
    );
  });

  it('name themselves in the manifest with what they weigh and their sha256', async () => {
    using sample = new SampleArchive();
    sample.commit({ papers });
    await make(await sample.open(), 'out', 'cache');
    const { files, papers: total, newest } = manifestOf('out');
    expect({ total, newest }).toEqual({ total: 4, newest: '2026-11-24' });
    const onDisk = filesIn('out').filter((line) => !line.startsWith('data/manifest.json'));
    expect(files.map(({ path, sha256: sum }) => `${path} ${sum}`).toSorted()).toEqual(onDisk);
    for (const { path, bytes } of files) expect(statSync(join(dir, 'out', path)).size).toBe(bytes);
  });

  it('are CSV for the newest year alone: earlier ones are in Parquet', async () => {
    using sample = new SampleArchive();
    sample.commit({ papers });
    await make(await sample.open(), 'out', 'cache');
    const csv = manifestOf('out').files.filter(({ kind }) => kind === 'csv');
    expect(csv.map(({ month }) => month)).toEqual(['2026-11', '2026-01']);
  });

  it('give the same bytes from a cold cache, from a warm one, and day by day', async () => {
    using whole = new SampleArchive();
    whole.commit({ papers });
    await make(await whole.openCold(), 'at-once', 'cache-1');
    const wanted = filesIn('at-once');
    await make(await whole.openCold(), 'again', 'cache-1');
    expect(filesIn('again')).toEqual(wanted);

    using grown = new SampleArchive();
    for (const paper of papers.toReversed()) {
      grown.commit({ papers: [{ ...paper, title: 'Another title first' }] });
      await make(await grown.open(), `grown-${paper.announced}`, 'cache-2');
      grown.commit({ papers: [paper] });
    }
    await make(await grown.open(), 'grown', 'cache-2');
    expect(filesIn('grown')).toEqual(wanted);
  });

  it('write only the month that a new day belongs to', async () => {
    using sample = new SampleArchive();
    sample.commit({ papers });
    await make(await sample.open(), 'out', 'cache');
    sample.commit({ papers: [samplePaper({ id: '2611.00009', announced: '2026-11-25' })] });
    const report = await make(await sample.open(), 'next', 'cache');
    expect(report).toEqual({ made: ['2026-11'], kept: ['2026-01', '2025-12'], days: 1 });
  });

  it('are made again when what the cache holds is damaged', async () => {
    using sample = new SampleArchive();
    sample.commit({ papers });
    const archive = await sample.open();
    await make(archive, 'out', 'cache');
    writeFileSync(join(dir, 'cache/working.sqlite'), 'not a database at all');
    const report = await make(archive, 'next', 'cache');
    expect(report.days).toBe(4);
    expect(filesIn('next')).toEqual(filesIn('out'));
  });

  it('come from an empty archive too', async () => {
    using sample = new SampleArchive();
    await make(await sample.open(), 'out', 'cache');
    expect(manifestOf('out')).toMatchObject({ papers: 0, newest: null });
  });
});

describe('csvText', () => {
  it('makes harmless what a spreadsheet would run, and quotes line breaks', async () => {
    using sample = new SampleArchive();
    sample.commit({ papers });
    const archive = await sample.open();
    const rows = ['2026-01-05', '2026-11-23'].flatMap((date) =>
      archive.paperPages(date).map(({ view }) => toDataRow(view.entry)),
    );
    const text = csvText(rows);
    expect(text).toContain('"Grasping, ""quoted""\nand more"');
    expect(text).toContain(`"'=cmd() on a quadruped"`);
  });
});
