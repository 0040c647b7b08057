import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Archive } from '../query/archive.ts';
import { digest } from '../query/digest.ts';
import { csvText } from './csv-text.ts';
import type { DataFile, DataManifest } from './data-manifest.ts';
import { csvPath, parquetPath, SQLITE_PATH } from './data-paths.ts';
import { toDataRow, type DataRow } from './data-row.ts';
import { writeNdjson } from './ndjson-days.ts';
import { place } from './place-file.ts';
import { writeSqlite } from './sqlite-file.ts';
import { USER_VERSION } from './sqlite-schema.ts';
import { ParquetWriter } from './write-parquet.ts';

export interface DataFilesOptions {
  /** The folder that is published. */
  outDir: string;
  /** Where files are kept between builds. */
  cacheDir: string;
  /** What rows depend on beside the papers: code and config. */
  salt: string;
  /** Whether the SQLite file holds every paper of a large archive too, as that of a release does; else see `sqliteFrom`. */
  whole?: boolean;
}

export interface DataFilesReport {
  /** Months written anew, and months taken from the cache. */
  made: string[];
  kept: string[];
  /** Days that the SQLite file read. */
  days: number;
}

interface Month {
  month: string;
  days: string[];
  key: string;
}

/**
 * Writes `/data/`: the SQLite file, a Parquet file a month, CSV for the months of the newest year, NDJSON of the newest
 * days, and the manifest. A month whose papers did not change is copied out of the cache. The same archive gives the same
 * bytes.
 */
export async function makeDataFiles(
  archive: Archive,
  { outDir, cacheDir, salt, whole = false }: DataFilesOptions,
): Promise<DataFilesReport> {
  const months = monthsOf(archive, salt);
  const year = months[0]?.month.slice(0, 4);
  const report: DataFilesReport = { made: [], kept: [], days: 0 };
  const files: DataFile[] = [];
  const parquet = new ParquetWriter();
  mkdirSync(join(outDir, 'data'), { recursive: true });
  mkdirSync(cacheDir, { recursive: true });
  try {
    for (const month of months) {
      const cached = join(cacheDir, `${month.month}.${month.key}`);
      const known = existsSync(`${cached}.rows`);
      report[known ? 'kept' : 'made'].push(month.month);
      if (!known) await makeMonth(archive, month, cached, parquet);
      const rows = Number(readFileSync(`${cached}.rows`, 'utf8'));
      const of = { month: month.month, rows };
      files.push(
        place(`${cached}.parquet`, outDir, parquetPath(month.month), { kind: 'parquet', ...of }),
      );
      if (month.month.startsWith(year ?? ''))
        files.push(place(`${cached}.csv`, outDir, csvPath(month.month), { kind: 'csv', ...of }));
    }
  } finally {
    await parquet.close();
  }
  forgetOthers(cacheDir, months);
  files.push(...writeNdjson(archive, { outDir, cacheDir, salt }));

  const from = whole ? null : archive.forms().sqliteFrom;
  // That of the site and the whole one would each take out of a shared working file what the other needs.
  const working = join(cacheDir, whole ? 'whole.sqlite' : 'working.sqlite');
  const published = join(cacheDir, basename(SQLITE_PATH));
  const { days, rows } = writeSqlite(archive, { working, published }, { salt, from });
  report.days = days;
  const facts = { kind: 'sqlite', ...(from !== null && { from }), rows } as const;
  files.push(place(published, outDir, SQLITE_PATH, facts));
  writeFileSync(
    join(outDir, 'data/manifest.json'),
    `${JSON.stringify(manifestOf(archive, files), null, 1)}\n`,
  );
  return report;
}

function monthsOf(archive: Archive, salt: string): Month[] {
  return [...Map.groupBy(archive.paperDays(), ({ date }) => date.slice(0, 7))].map(
    ([month, days]) => ({
      month,
      days: days.map(({ date }) => date).toReversed(),
      key: digest(salt, ...days.flatMap(({ date, key }) => [date, key])),
    }),
  );
}

/** The count of rows is written last: without it a month is made again. */
async function makeMonth(
  archive: Archive,
  { days }: Month,
  cached: string,
  parquet: ParquetWriter,
): Promise<void> {
  const rows: DataRow[] = days.flatMap((date) => archive.papersOf(date).map(toDataRow));
  await parquet.write(`${cached}.parquet`, rows);
  writeFileSync(`${cached}.csv`, csvText(rows));
  writeFileSync(`${cached}.rows`, String(rows.length));
}

/** Earlier states of months leave the cache. */
function forgetOthers(cacheDir: string, months: readonly Month[]): void {
  const current = new Set(months.map(({ month, key }) => `${month}.${key}`));
  for (const name of readdirSync(cacheDir)) {
    const stem = /^(\d{4}-\d{2}\..+)\.(?:parquet|csv|rows)$/.exec(name)?.[1];
    if (stem !== undefined && !current.has(stem)) rmSync(join(cacheDir, name), { force: true });
  }
}

function manifestOf(archive: Archive, files: readonly DataFile[]): DataManifest {
  const order = ['sqlite', 'parquet', 'csv', 'ndjson'];
  return {
    user_version: USER_VERSION,
    papers: archive.total(),
    newest: archive.newestDay(),
    license: 'Metadata: CC0 1.0. Abstracts: by their authors, under each paper’s own licence.',
    files: files.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
  };
}
