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
  version?: number;
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
export const readRealRecords = (): RealRecord[] => read('arxiv-records.ndjson.gz');

/** Papers seen at two or more versions, several rows an id. */
export const readRealVersions = (): RealRecord[] => read('arxiv-versions.ndjson.gz');

function read(name: string): RealRecord[] {
  const lines = gunzipSync(readFileSync(join(sharedData, name)))
    .toString('utf8')
    .split('\n');
  // A few rows of the collection do not note when the paper was updated.
  return lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RealRecord)
    .map((record) => ({ ...record, updated: record.updated ?? record.published }));
}
