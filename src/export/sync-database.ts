import type { Archive } from '../query/archive.ts';
import { digest } from '../query/digest.ts';
import { taggingKey } from '../query/tagger.ts';
import { ExportError, type Database } from './database.ts';
import { dayRows } from './day-rows.ts';
import { createIndexes, createTable, inserts } from './statements.ts';
import { DAY, PAPER, PAPER_TEXT, PAPER_TOPIC, TABLES, TOPIC, type Table } from './tables.ts';

/** Raised when what a row holds changes: every day is written again then. */
const FORM = 1;

export interface SyncReport {
  /** Days written, and days that left the archive. */
  written: number;
  removed: number;
  /** Days that were there as they are. */
  kept: number;
  /** Papers of the days written. */
  papers: number;
}

/**
 * Brings a database in line with the archive: only days that changed are written. Everything happens in one transaction
 * or not at all (but for empty tables, which MySQL creates outside of any); two exports wait for each other.
 * @throws {ExportError} with what the server or the archive says; the database is then as it was
 */
export async function syncDatabase(archive: Archive, db: Database): Promise<SyncReport> {
  await db.lock();
  await createTables(db);
  await db.rows('START TRANSACTION');
  try {
    const report = await bringUpToDate(archive, db);
    await db.rows('COMMIT');
    return report;
  } catch (error) {
    // When the connection is gone the server has rolled back by itself; what failed first is what matters.
    await db.rows('ROLLBACK').catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new ExportError(`${db.dialect.name}: ${reason}. The database is as it was before.`, {
      cause: error,
    });
  }
}

async function createTables(db: Database): Promise<void> {
  const { dialect } = db;
  const here = dialect.name === 'PostgreSQL' ? 'current_schema()' : 'DATABASE()';
  for (const table of TABLES) {
    const known = await db.rows(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = ${here} AND table_name = ${dialect.placeholder(1)}`,
      [table.name],
    );
    if (known.length > 0) continue;
    await db.rows(createTable(table, dialect));
    for (const { sql } of createIndexes(table, dialect)) await db.rows(sql);
  }
}

async function bringUpToDate(archive: Archive, db: Database): Promise<SyncReport> {
  const salt = digest(FORM, taggingKey(archive.config));
  const days = archive
    .paperDays()
    .map(({ date, key }) => ({ date, fingerprint: digest(salt, key) }))
    .toReversed();
  const known = await knownDays(db);
  const current = new Map(days.map(({ date, fingerprint }) => [date, fingerprint]));
  const outdated = [...known].filter(([date, mark]) => current.get(date) !== mark);
  const changed = days.filter(({ date, fingerprint }) => known.get(date) !== fingerprint);
  // All that is outdated goes first: a paper may have moved to another day.
  for (const [date] of outdated) await forgetDay(db, date);
  const { quoted } = db.dialect;
  await db.rows(`DELETE FROM ${quoted(TOPIC.name)}`);
  await insert(
    db,
    TOPIC,
    archive.config.topics.map(({ id, name, group }) => [id, name.en, name.zh, group]),
  );
  let papers = 0;
  for (const { date, fingerprint } of changed) {
    const rows = dayRows(archive.papersOf(date));
    await insert(db, PAPER, rows.paper);
    await insert(db, PAPER_TEXT, rows.paper_text);
    await insert(db, PAPER_TOPIC, rows.paper_topic);
    await insert(db, DAY, [[date, rows.paper.length, fingerprint]]);
    papers += rows.paper.length;
  }
  return {
    written: changed.length,
    removed: outdated.filter(([date]) => !current.has(date)).length,
    kept: days.length - changed.length,
    papers,
  };
}

async function knownDays(db: Database): Promise<Map<string, string>> {
  const { quoted, dateText } = db.dialect;
  const rows = await db.rows(
    `SELECT ${dateText(quoted('date'))} AS day, fingerprint FROM ${quoted(DAY.name)}`,
  );
  return new Map(rows.map(({ day, fingerprint }) => [String(day), String(fingerprint)]));
}

async function forgetDay(db: Database, date: string): Promise<void> {
  const { quoted, placeholder } = db.dialect;
  const papers = `SELECT id FROM ${quoted(PAPER.name)} WHERE announced = ${placeholder(1)}`;
  await db.rows(`DELETE FROM ${quoted(PAPER_TOPIC.name)} WHERE paper IN (${papers})`, [date]);
  await db.rows(`DELETE FROM ${quoted(PAPER_TEXT.name)} WHERE id IN (${papers})`, [date]);
  await db.rows(`DELETE FROM ${quoted(PAPER.name)} WHERE announced = ${placeholder(1)}`, [date]);
  await db.rows(`DELETE FROM ${quoted(DAY.name)} WHERE ${quoted('date')} = ${placeholder(1)}`, [
    date,
  ]);
}

async function insert(
  db: Database,
  table: Table,
  rows: Parameters<typeof inserts>[1],
): Promise<void> {
  for (const { sql, values } of inserts(table, rows, db.dialect)) await db.rows(sql, values);
}
