import pg from 'pg';
import type { Database, Dialect } from './database.ts';

/** Any number that other programs are unlikely to lock. */
const LOCK = 2_611_012_340;

const dialect: Dialect = {
  name: 'PostgreSQL',
  types: {
    id: 'text',
    label: 'text',
    text: 'text',
    integer: 'integer',
    date: 'date',
    instant: 'timestamptz',
    json: 'jsonb',
  },
  quoted: (name) => `"${name}"`,
  placeholder: (n) => `$${n}`,
  tableEnd: '',
  batch: 500,
  instant: (instant) => instant,
  dateText: (column) => `to_char(${column}, 'YYYY-MM-DD')`,
};

/** @param url `postgres://user:password@host:5432/database`, with the parameters of libpq such as `sslmode` */
export async function openPostgres(url: string): Promise<Database> {
  const client = new pg.Client({ connectionString: url, application_name: 'embodied-pulse' });
  // A connection that breaks also rejects the statement that waits; without a listener Node would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return {
    dialect,
    rows: async (sql, values = []) => {
      // The server cannot hold U+0000 in text.
      const safe = values.map((value) =>
        typeof value === 'string' ? value.replaceAll('\0', '\u{FFFD}') : value,
      );
      const { rows }: { rows: Record<string, unknown>[] } = await client.query(sql, safe);
      return rows;
    },
    lock: async () => {
      await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    },
    close: () => client.end(),
  };
}
