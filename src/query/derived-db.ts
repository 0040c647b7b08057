import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { threadId } from 'node:worker_threads';
import { SCHEMA, SCHEMA_VERSION } from './derived-schema.ts';
import { isProven, placeProven } from './proven-file.ts';

/** What the columns hold. */
export type SqlValue = string | number | null;

/** Holds all of the file at 50,000 papers. */
const PAGE_CACHE_KB = 32_768;

/** What brings the derived file in line with a snapshot. */
export interface DerivedChange {
  /** Whether the file is in line already. */
  isCurrent: (db: DerivedDb) => boolean;
  apply: (db: DerivedDb) => void;
}

/**
 * The derived SQLite file, read in place: it is read through once, to prove that it holds what was written. A file is never changed: what changes
 * is a copy, which takes its place, so that whoever has it open goes on with what he opened.
 */
export class DerivedDb {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  private constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /**
   * Opens `file` when it was made under the same `key` (what tags depend on) and is current, else changes a copy of it, or
   * an empty one, and puts that in its place. A missing, damaged or older file is no error: it only costs the time to
   * compute again.
   * @throws what `change` throws, and when no file can be written there: then the earlier file is as it was
   */
  static open(file: string, key: string, change: DerivedChange): DerivedDb {
    const stamp = `${SCHEMA_VERSION} ${key}`;
    const kept = openKept(file, stamp);
    if (kept) {
      const known = new DerivedDb(kept);
      if (change.isCurrent(known)) return known;
      known.close();
    }
    mkdirSync(dirname(file), { recursive: true });
    removeLeftovers(file);
    const half = `${file}.${process.pid}-${threadId}.tmp`;
    rmSync(half, { force: true });
    try {
      if (kept) copyFileSync(file, half);
      DerivedDb.#change(half, kept ? null : stamp, change.apply);
      sync(half);
      placeProven(half, file);
    } catch (error) {
      rmSync(half, { force: true });
      throw error;
    }
    return new DerivedDb(connect(file, true));
  }

  /** Changes a file that nobody else has open, and which is thrown away when that fails: no journal is needed. */
  static #change(half: string, stamp: string | null, apply: DerivedChange['apply']): void {
    const db = connect(half, false);
    const derived = new DerivedDb(db);
    try {
      db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
      if (stamp !== null) {
        db.exec(SCHEMA);
        derived.run('INSERT INTO meta VALUES (?, ?)', ['stamp', stamp]);
      }
      apply(derived);
      db.exec('COMMIT');
    } finally {
      derived.close();
    }
  }

  /** Rows as arrays of column values. */
  all(query: string, params: SqlValue[] = []): SqlValue[][] {
    return this.#prepare(query)
      .all(...params)
      .map(toRow);
  }

  first(query: string, params: SqlValue[] = []): SqlValue[] | undefined {
    const row = this.#prepare(query).get(...params);
    return row && toRow(row);
  }

  run(query: string, params: SqlValue[] = []): void {
    this.#prepare(query).run(...params);
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #prepare(query: string): StatementSync {
    const known = this.#statements.get(query);
    if (known) return known;
    const statement = this.#db.prepare(query);
    statement.setReturnArrays(true);
    this.#statements.set(query, statement);
    return statement;
  }
}

function connect(file: string, readOnly: boolean): DatabaseSync {
  const db = new DatabaseSync(file, { readOnly });
  db.exec(`PRAGMA cache_size = -${PAGE_CACHE_KB}`);
  return db;
}

function openKept(file: string, stamp: string): DatabaseSync | null {
  if (!isProven(file)) return null;
  let db: DatabaseSync | undefined;
  try {
    db = connect(file, true);
    const found = db.prepare("SELECT value FROM meta WHERE name = 'stamp'").get()?.['value'];
    if (found === stamp) return db;
  } catch {
    // Of another schema: computed again from the shards.
  }
  db?.close();
  return null;
}

/** Copies of builds that were killed; one that is younger may be another build's that runs. */
const LEFT_AFTER_MS = 3_600_000;

function removeLeftovers(file: string): void {
  for (const name of readdirSync(dirname(file))) {
    if (!name.startsWith(`${basename(file)}.`) || !name.endsWith('.tmp')) continue;
    const left = join(dirname(file), name);
    const changed = statSync(left, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - changed > LEFT_AFTER_MS) rmSync(left, { force: true });
  }
}

/** What is renamed must be whole on the disk: a power cut may not leave a name for half a file. */
function sync(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Statements give arrays here, which their type does not know. */
function toRow(row: unknown): SqlValue[] {
  if (!Array.isArray(row)) throw new TypeError('a row of the derived file is no array');
  return row;
}
