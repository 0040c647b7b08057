import type { ColumnType } from './tables.ts';

export type SqlValue = string | number | null;

/** What differs between servers. */
export interface Dialect {
  name: 'PostgreSQL' | 'MySQL';
  types: Record<ColumnType, string>;
  /** A name as it is written in a statement. */
  quoted: (name: string) => string;
  /** The n-th placeholder of a statement, from 1. */
  placeholder: (n: number) => string;
  /** What ends a statement that creates a table. */
  tableEnd: string;
  /** Rows that one statement inserts at most: servers limit its parameters and its length. */
  batch: number;
  /** Instants as the server takes them. @param instant UTC, `2026-11-23T18:04:11Z` */
  instant: (instant: string) => string;
  /** Dates of a result as text: `2026-11-23`. */
  dateText: (column: string) => string;
}

/** One connection. A statement that fails throws what the server says. */
export interface Database {
  dialect: Dialect;
  rows: (sql: string, values?: readonly SqlValue[]) => Promise<Record<string, unknown>[]>;
  /** Waits for other exports into the same database to end, and holds them off until this connection closes. */
  lock: () => Promise<void>;
  close: () => Promise<void>;
}

/** What the operator is told when an export cannot be done; never with the password. */
export class ExportError extends Error {
  override name = 'ExportError';
}
