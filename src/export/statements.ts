import type { Dialect, SqlValue } from './database.ts';
import type { Table } from './tables.ts';

/** What creates a table and its indexes where they are not there yet. */
export function createTable(table: Table, { quoted, types, tableEnd }: Dialect): string {
  const columns = table.columns.map(
    ({ name, type, optional = false }) =>
      `${quoted(name)} ${types[type]}${optional ? '' : ' NOT NULL'}`,
  );
  const key = `PRIMARY KEY (${table.key.map(quoted).join(', ')})`;
  return `CREATE TABLE IF NOT EXISTS ${quoted(table.name)} (${[...columns, key].join(', ')})${tableEnd}`;
}

export function createIndexes(table: Table, { quoted }: Dialect): { name: string; sql: string }[] {
  return table.indexes.map((column) => {
    const name = `${table.name}_${column}`;
    return {
      name,
      sql: `CREATE INDEX ${quoted(name)} ON ${quoted(table.name)} (${quoted(column)})`,
    };
  });
}

/** Insertions of rows, several a statement. */
export function* inserts(
  table: Table,
  rows: readonly (readonly SqlValue[])[],
  { quoted, placeholder, batch, instant }: Dialect,
): Generator<{ sql: string; values: SqlValue[] }> {
  const names = table.columns.map(({ name }) => quoted(name)).join(', ');
  const width = table.columns.length;
  for (let at = 0; at < rows.length; at += batch) {
    const some = rows.slice(at, at + batch);
    const places = some.map(
      (_, row) => `(${table.columns.map((__, n) => placeholder(row * width + n + 1)).join(', ')})`,
    );
    yield {
      sql: `INSERT INTO ${quoted(table.name)} (${names}) VALUES ${places.join(', ')}`,
      values: some.flatMap((row) =>
        row.map((value, n) =>
          table.columns[n]?.type === 'instant' && typeof value === 'string'
            ? instant(value)
            : value,
        ),
      ),
    };
  }
}
