/**
 * Writes a snapshot of the real records to look at the site with:
 * `node tests/daily/make-snapshot.ts <folder> [count]`. The newest `count` papers, all when left out.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { announcementDay } from '../../src/arxiv/calendar.ts';
import type { Paper } from '../../src/paper.ts';
import { readRealRecords, type RealRecord } from '../real-records.ts';

/** Robotics papers, and those of neighbouring categories that name a robot. */
function belongs(record: RealRecord): boolean {
  return (
    record.categories.includes('cs.RO') ||
    /\b(?:robot|robotic|robots|embodied|humanoid|manipulation)\b/i.test(record.title)
  );
}

function toPaper(record: RealRecord): Paper {
  const announced = announcementDay(record.published);
  const oneLine = (value: string): string => value.replaceAll(/\s+/g, ' ').trim();
  return {
    id: record.id,
    version: record.version ?? 1,
    title: oneLine(record.title),
    abstract: oneLine(record.abstract),
    authors: record.authors.map((name) => ({ name })),
    categories: record.categories,
    primary_category: record.primary_category,
    submitted: record.published,
    updated: record.updated,
    announced,
    announced_from: 'derived',
    first_seen: announced,
    comment: record.comment === null ? null : oneLine(record.comment),
    journal_ref: record.journal_ref,
    doi: record.doi,
    links: [],
    history: [],
  };
}

export function makeSnapshot(dir: string, count = Infinity): void {
  const papers = readRealRecords().filter(belongs).map(toPaper);
  papers.sort((a, b) => (a.announced < b.announced ? 1 : -1));
  const shards = Map.groupBy(papers.slice(0, count), (paper) => paper.announced);
  const files: Record<string, { sha256: string; bytes: number; rows: number }> = {};
  for (const [day, rows] of [...shards].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const path = `papers/${day.slice(0, 4)}/${day}.ndjson`;
    const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const text = sorted.map((paper) => `${JSON.stringify(paper)}\n`).join('');
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
    const sha256 = createHash('sha256').update(text).digest('hex');
    files[path] = { sha256, bytes: Buffer.byteLength(text), rows: sorted.length };
  }
  const manifest = { schema_version: 1, files, sources: {} };
  writeFileSync(join(dir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

if (import.meta.main) {
  const [dir, count] = process.argv.slice(2);
  if (!dir) {
    console.error('usage: node tests/daily/make-snapshot.ts <folder> [count]');
    process.exit(2);
  }
  makeSnapshot(dir, count ? Number(count) : undefined);
}
