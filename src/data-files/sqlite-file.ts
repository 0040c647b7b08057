import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Archive } from '../query/archive.ts';
import { daysBefore } from '../query/day-span.ts';
import { digest } from '../query/digest.ts';
import { toDataRow } from './data-row.ts';
import { paperValues, topicValues } from './paper-values.ts';
import { SCHEMA, TEXT_DAYS, TEXT_SCHEMA } from './sqlite-schema.ts';

export interface SqliteFiles {
  /** Kept between builds: days that did not change are not read again. */
  working: string;
  /** The file that is published; replaced whole. */
  published: string;
}

export interface SqliteOptions {
  /** What rows depend on beside the papers: code and config. */
  salt: string;
  /** The oldest month whose papers it holds; `null` for every paper. */
  from: string | null;
}

export interface SqliteReport {
  /** Days that were read. */
  days: number;
  /** Papers that the file holds. */
  rows: number;
}

/**
 * Writes a SQLite file of the archive. The same archive gives the same bytes, whether the working file held all of it,
 * some of it or nothing; days that are from before `from` by now leave the working file.
 */
export function writeSqlite(
  archive: Archive,
  { working, published }: SqliteFiles,
  { salt, from }: SqliteOptions,
): SqliteReport {
  mkdirSync(dirname(working), { recursive: true });
  const db = openWorking(working);
  try {
    const days = bringUpToDate(db, archive, { salt, from });
    const half = `${published}.tmp`;
    rmSync(half, { force: true });
    db.prepare('VACUUM INTO ?').run(half);
    addText(half, archive);
    renameSync(half, published);
    return { days, rows: Number(db.prepare('SELECT COUNT(*) AS rows FROM paper').get()?.['rows']) };
  } finally {
    db.close();
  }
}

/** A file that is damaged or of another schema costs only the time to make it again. */
function openWorking(file: string): DatabaseSync {
  try {
    const db = new DatabaseSync(file);
    const made = db.prepare("SELECT group_concat(sql, ';') AS made FROM sqlite_schema").get()?.[
      'made'
    ];
    if (made !== null && made === schemaText() && isWhole(db)) return db;
    db.close();
  } catch {
    // Not a database.
  }
  rmSync(file, { force: true });
  rmSync(`${file}-journal`, { force: true });
  const db = new DatabaseSync(file);
  db.exec(SCHEMA);
  return db;
}

function isWhole(db: DatabaseSync): boolean {
  return db.prepare('PRAGMA quick_check').get()?.['quick_check'] === 'ok';
}

function schemaText(): unknown {
  const db = new DatabaseSync(':memory:');
  db.exec(SCHEMA);
  const text = db.prepare("SELECT group_concat(sql, ';') AS made FROM sqlite_schema").get()?.[
    'made'
  ];
  db.close();
  return text;
}

/** @returns how many days were read */
function bringUpToDate(db: DatabaseSync, archive: Archive, { salt, from }: SqliteOptions): number {
  const known = new Map(
    db
      .prepare('SELECT date, fingerprint FROM day')
      .all()
      .map(({ date, fingerprint }) => [String(date), String(fingerprint)]),
  );
  const days = archive
    .paperDays()
    .filter(({ date }) => date >= (from ?? ''))
    .map(({ date, key }) => ({ date, fingerprint: digest(salt, key) }));
  const current = new Map(days.map(({ date, fingerprint }) => [date, fingerprint]));
  const outdated = [...known].filter(([date, mark]) => current.get(date) !== mark);
  const changed = days.filter(({ date, fingerprint }) => known.get(date) !== fingerprint);
  db.exec('BEGIN');
  for (const [date] of outdated) {
    db.prepare(
      'DELETE FROM paper_topic WHERE paper IN (SELECT id FROM paper WHERE announced = ?)',
    ).run(date);
    db.prepare('DELETE FROM paper WHERE announced = ?').run(date);
    db.prepare('DELETE FROM day WHERE date = ?').run(date);
  }
  db.exec('DELETE FROM topic');
  const topic = db.prepare('INSERT INTO topic VALUES (?, ?, ?, ?)');
  for (const { id, name, group } of archive.config.topics) topic.run(id, name.en, name.zh, group);
  const insert = inserter(db);
  for (const { date, fingerprint } of changed) insert(archive, date, fingerprint);
  db.exec('COMMIT');
  return changed.length;
}

function inserter(db: DatabaseSync) {
  const paper = db.prepare(`INSERT INTO paper VALUES (${Array(16).fill('?').join(', ')})`);
  const match = db.prepare('INSERT INTO paper_topic VALUES (?, ?, ?, ?)');
  const day = db.prepare('INSERT INTO day VALUES (?, ?, ?)');
  return (archive: Archive, date: string, fingerprint: string): void => {
    const entries = archive.papersOf(date);
    for (const entry of entries) {
      paper.run(...paperValues(toDataRow(entry)));
      for (const values of topicValues(entry)) match.run(...values);
    }
    day.run(date, entries.length, fingerprint);
  };
}

/** The full-text table of the newest days, oldest first. */
function addText(file: string, archive: Archive): void {
  const newest = archive.newestDay();
  const from = newest === null ? '' : daysBefore(newest, TEXT_DAYS - 1);
  const days = archive.paperDays().filter(({ date }) => date >= from);
  const db = new DatabaseSync(file);
  db.exec('BEGIN');
  db.exec(TEXT_SCHEMA);
  const insert = db.prepare(
    'INSERT INTO paper_text (id, title, authors, abstract) VALUES (?, ?, ?, ?)',
  );
  for (const { date } of days.toReversed())
    for (const { paper } of archive.day(date).papers)
      insert.run(
        paper.id,
        paper.title,
        paper.authors.map(({ name }) => name).join(', '),
        paper.abstract,
      );
  db.exec("INSERT INTO paper_text (paper_text) VALUES ('optimize')");
  db.exec('COMMIT');
  // What the index was before it was merged is free pages now, an eighth of a large file.
  db.exec('VACUUM');
  db.close();
}
