/**
 * The real arXiv records that a developer may have beside the repository. They are never part of it: tests that need
 * them skip, and say so, when they are absent. `SHARED_DATA` names another folder than `../shared/data`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Instant, PaperId } from '../src/paper.ts';

export const sharedData = resolve(
  process.env['SHARED_DATA'] ?? join(import.meta.dirname, '../../shared/data'),
);

export const hasRealRecords = existsSync(join(sharedData, 'arxiv-records.ndjson.gz'));

export interface RealRecord {
  id: PaperId;
  version: number;
  title: string;
  abstract: string;
  authors: string[];
  categories: string[];
  primary_category: string;
  published: Instant;
  updated: Instant;
  comment: string | null;
  journal_ref: string | null;
  doi: string | null;
}

/** One row a paper, at the version that the collection saw. */
export function readRealRecords(): RealRecord[] {
  return read('arxiv-records.ndjson.gz').map((row) => complete(row, row));
}

/** Papers seen at two or more versions, several rows an id, ascending. */
export function readRealVersions(records = readRealRecords()): RealRecord[] {
  const newest = new Map(records.map((record) => [record.id, record]));
  return read('arxiv-versions.ndjson.gz')
    .map((row) => complete(row, newest.get(row.id) ?? row))
    .sort((a, b) => a.version - b.version);
}

type Row = { [Field in keyof RealRecord]: RealRecord[Field] | null } & Pick<
  RealRecord,
  'id' | 'published'
>;

function read(name: string): Row[] {
  const text = gunzipSync(readFileSync(join(sharedData, name))).toString('utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Row);
}

/** What a row leaves out: the version means 1, categories are those of the paper, the instant is the submission's. */
function complete(row: Row, newest: Row): RealRecord {
  const categories = row.categories ?? newest.categories ?? [];
  return {
    ...row,
    version: row.version ?? 1,
    title: row.title ?? '',
    abstract: row.abstract ?? '',
    authors: row.authors ?? [],
    categories,
    primary_category: row.primary_category ?? newest.primary_category ?? categories[0] ?? '',
    updated: row.updated ?? row.published,
  };
}
