import { readFileSync } from 'node:fs';
import initSqlJs, { type Database, type SqlValue, type Statement } from 'sql.js';
import { replaceFile } from '../store/replace-file.ts';

/**
 * What is computed from the snapshot and worth keeping between builds. No text of papers: that stays in the shards, so
 * the file is small enough to be read and written whole each day (20 MB at 50,000 papers; 113 MB with abstracts).
 */
const SCHEMA = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE source (kind TEXT, key TEXT, sha256 TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
  CREATE TABLE paper (
    id TEXT PRIMARY KEY,
    date TEXT NOT NULL,
    at INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    cross_listed INTEGER NOT NULL,
    record TEXT NOT NULL,
    row TEXT NOT NULL,
    brief TEXT NOT NULL,
    modified TEXT NOT NULL,
    tags TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX paper_of_day ON paper (date, cross_listed, id);
  CREATE TABLE day (
    date TEXT PRIMARY KEY,
    total INTEGER NOT NULL,
    records TEXT NOT NULL,
    rows TEXT NOT NULL,
    modified TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE topic_day (
    topic TEXT NOT NULL,
    date TEXT NOT NULL,
    total INTEGER NOT NULL,
    rows TEXT NOT NULL,
    briefs TEXT NOT NULL,
    PRIMARY KEY (topic, date)
  ) WITHOUT ROWID;
  CREATE TABLE replacement (
    date TEXT NOT NULL,
    id TEXT NOT NULL,
    paper_date TEXT NOT NULL,
    shown TEXT NOT NULL,
    PRIMARY KEY (date, id)
  ) WITHOUT ROWID;
  CREATE INDEX replacement_of_paper ON replacement (id);
  CREATE TABLE receipt (date TEXT PRIMARY KEY, receipt TEXT NOT NULL) WITHOUT ROWID;
`;

const SCHEMA_VERSION = 3;

/** The derived SQLite file, held in memory by sql.js; changes reach the disk on `save()`. */
export class DerivedDb {
  readonly #db: Database;
  readonly #file: string;
  readonly #statements = new Map<string, Statement>();

  private constructor(db: Database, file: string) {
    this.#db = db;
    this.#file = file;
  }

  /**
   * Opens `file` when it was made under the same `key` (what tags depend on), else starts an empty one. A missing,
   * damaged or older file is no error: it only costs the time to compute again.
   */
  static async open(file: string, key: string): Promise<DerivedDb> {
    const sql = await initSqlJs();
    const stamp = `${SCHEMA_VERSION} ${key}`;
    const kept = openKept(sql, file, stamp);
    if (kept) return new DerivedDb(kept, file);
    const db = new sql.Database();
    db.run(SCHEMA);
    db.run('INSERT INTO meta VALUES (?, ?)', ['stamp', stamp]);
    return new DerivedDb(db, file);
  }

  /** Rows as arrays of column values. */
  all(query: string, params: SqlValue[] = []): SqlValue[][] {
    const statement = this.#prepare(query);
    statement.bind(params);
    const rows: SqlValue[][] = [];
    while (statement.step()) rows.push(statement.get());
    statement.reset();
    return rows;
  }

  first(query: string, params: SqlValue[] = []): SqlValue[] | undefined {
    return this.all(query, params)[0];
  }

  run(query: string, params: SqlValue[] = []): void {
    const statement = this.#prepare(query);
    statement.run(params);
    statement.reset();
  }

  /** All of `change` or nothing. */
  transaction(change: () => void): void {
    this.#db.run('BEGIN');
    try {
      change();
      this.#db.run('COMMIT');
    } catch (error) {
      this.#db.run('ROLLBACK');
      throw error;
    }
  }

  save(): void {
    this.#statements.clear(); // exporting closes every prepared statement
    replaceFile(this.#file, this.#db.export());
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #prepare(query: string): Statement {
    let statement = this.#statements.get(query);
    if (!statement) this.#statements.set(query, (statement = this.#db.prepare(query)));
    return statement;
  }
}

function openKept(sql: initSqlJs.SqlJsStatic, file: string, stamp: string): Database | null {
  let db: Database | undefined;
  try {
    db = new sql.Database(readFileSync(file));
    const found = db.exec("SELECT value FROM meta WHERE name = 'stamp'")[0]?.values[0]?.[0];
    if (found === stamp) return db;
  } catch {
    // Not there, or not a database: computed again from the shards.
  }
  db?.close();
  return null;
}
