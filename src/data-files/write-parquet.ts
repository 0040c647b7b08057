import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DataRow } from './data-row.ts';

/** DuckDB's type of each column, in the order of the file. */
const COLUMNS: Readonly<Record<keyof DataRow, string>> = {
  id: 'VARCHAR',
  version: 'INTEGER',
  title: 'VARCHAR',
  abstract: 'VARCHAR',
  authors: 'VARCHAR[]',
  categories: 'VARCHAR[]',
  primary_category: 'VARCHAR',
  submitted: 'TIMESTAMP',
  updated: 'TIMESTAMP',
  announced: 'DATE',
  lane: 'VARCHAR',
  topics: 'VARCHAR[]',
  venue: 'VARCHAR',
  venue_year: 'INTEGER',
  code_url: 'VARCHAR',
  doi: 'VARCHAR',
  journal_ref: 'VARCHAR',
  comment: 'VARCHAR',
  license: 'VARCHAR',
  withdrawn: 'BOOLEAN',
  citations: 'INTEGER',
};

const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`;

/** Writes Parquet files, one after the other, in one DuckDB. The same rows give the same bytes. */
export class ParquetWriter {
  readonly #duckdb: Promise<DuckDBInstance>;

  constructor() {
    // More threads would write row groups in the order in which they end.
    this.#duckdb = DuckDBInstance.create(':memory:', { threads: '1' });
  }

  async write(file: string, rows: readonly DataRow[]): Promise<void> {
    const lines = `${file}.ndjson`;
    const half = `${file}.tmp`;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(lines, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const columns = Object.entries(COLUMNS).map(([name, type]) => `${name}: '${type}'`);
    const connection = await (await this.#duckdb).connect();
    try {
      await connection.run(
        `COPY (SELECT * FROM read_json(${quoted(lines)}, format = 'newline_delimited',
           columns = {${columns.join(', ')}}, maximum_object_size = 67108864))
         TO ${quoted(half)} (FORMAT parquet, COMPRESSION zstd)`,
      );
    } finally {
      connection.closeSync();
      rmSync(lines, { force: true });
    }
    renameSync(half, file);
  }

  async close(): Promise<void> {
    (await this.#duckdb).closeSync();
  }
}
