import { readFileSync, statSync } from 'node:fs';
import initSqlJs, { type Database } from 'sql.js';
import { ImportError } from './import-error.ts';

/** A row by the names of its columns: the earlier product's tables grew columns over time. */
export type Row = Readonly<Record<string, unknown>>;

/** Those of the earlier product that hold something of interest; a table that is not there is empty. */
export const TABLES = ['papers', 'news', 'jobs', 'datasets'] as const;

export type EarlierTables = Record<(typeof TABLES)[number], Row[]>;

/** What SQLite writes at the beginning of each of its files. */
const SIGNATURE = 'SQLite format 3\0';
/** Bytes 18 and 19 say whether changes may lie in a journal beside the file: 2 when they may. */
const [WRITE_VERSION, READ_VERSION, WITH_JOURNAL] = [18, 19, 2];

/**
 * Reads the tables of the earlier product's database, of whatever version. The file is read and never written.
 * @throws {ImportError} when it is no such database, or holds changes in a journal beside it
 */
export async function readDatabase(file: string): Promise<EarlierTables> {
  const bytes = bytesOf(file);
  if (bytes.subarray(0, SIGNATURE.length).toString('latin1') !== SIGNATURE)
    throw new ImportError(`${file} is not a SQLite file.`);
  if (bytes[WRITE_VERSION] === WITH_JOURNAL || bytes[READ_VERSION] === WITH_JOURNAL) {
    if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
      throw new ImportError(
        `${file}-wal holds changes that are not in ${file} yet. Stop the earlier product, run ` +
          `\`sqlite3 ${file} 'PRAGMA wal_checkpoint(TRUNCATE)'\`, and import again.`,
      );
    // the copy in memory alone
    bytes[WRITE_VERSION] = 1;
    bytes[READ_VERSION] = 1;
  }
  const sql = await initSqlJs();
  const db = new sql.Database(bytes);
  try {
    const tables: EarlierTables = { papers: [], news: [], jobs: [], datasets: [] };
    const present = new Set(
      rowsOf(db, "SELECT name FROM sqlite_master WHERE type = 'table'").map(({ name }) => name),
    );
    if (!TABLES.some((name) => present.has(name)))
      throw new ImportError(`${file} holds none of the tables ${TABLES.join(', ')}.`);
    for (const name of TABLES)
      if (present.has(name)) tables[name] = rowsOf(db, `SELECT * FROM ${name} ORDER BY id`);
    return tables;
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ImportError(
      `${file} cannot be read: ${reason}. \`sqlite3 ${file} 'PRAGMA integrity_check'\` says more; a backup may be whole.`,
      { cause },
    );
  } finally {
    db.close();
  }
}

function rowsOf(db: Database, query: string): Row[] {
  const statement = db.prepare(query);
  const rows: Row[] = [];
  while (statement.step()) rows.push(statement.getAsObject());
  statement.free();
  return rows;
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ImportError(`${file} cannot be read: ${reason}`, { cause });
  }
}

/** The file that `DATABASE_URL` names. @throws {ImportError} when it names a server */
export function fileOfUrl(url: string): string {
  const [, scheme, rest = ''] = /^([a-z][a-z0-9+]*):\/\/(.*)$/i.exec(url) ?? [];
  if (scheme === undefined) return url;
  // SQLAlchemy: three slashes before a relative path, four before an absolute one
  if (scheme.toLowerCase().startsWith('sqlite')) return rest.replace(/^\//, '');
  throw new ImportError(
    `DATABASE_URL names a ${scheme} server; only SQLite files are read. Copy its tables ${TABLES.join(', ')} into one first.`,
  );
}
