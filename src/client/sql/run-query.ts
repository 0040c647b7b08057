import type { Database, SqlValue } from 'sql.js';
import type { SqlCell, SqlResult } from './messages.ts';

/** More rows or longer texts would stall the page that shows them. */
export const MOST_ROWS = 1000;
const MOST_TEXT = 4000;

/** The database takes no writing from here on: what a query does to its own copy would only confuse the next one. */
export function makeReadOnly(db: Database): void {
  db.run('PRAGMA query_only = 1');
}

/**
 * Runs statements one after the other, and gives the rows of the last that has columns. It stops reading after a number
 * of rows; how long a single statement takes is for the caller to limit.
 * @throws what SQLite says about a statement
 */
export function runQuery(db: Database, sql: string, most = MOST_ROWS): SqlResult {
  let result: SqlResult = { columns: [], rows: [], cut: false };
  for (const statement of db.iterateStatements(sql)) {
    const columns = statement.getColumnNames();
    const rows: SqlCell[][] = [];
    let cut = false;
    while (statement.step()) {
      if (rows.length === most) {
        cut = true;
        break;
      }
      rows.push(statement.get().map(cell));
    }
    if (columns.length > 0) result = { columns, rows, cut };
    db.run('PRAGMA query_only = 1'); // A statement before this one may have switched it off.
  }
  return result;
}

function cell(value: SqlValue): SqlCell {
  if (value instanceof Uint8Array) return `(${value.byteLength} bytes)`;
  if (typeof value === 'string' && value.length > MOST_TEXT) return `${value.slice(0, MOST_TEXT)}…`;
  return value;
}
