import { createConnection } from 'mysql2/promise';
import { ExportError, type Database, type Dialect } from './database.ts';

const LOCK = 'embodied-pulse export';
/** Seconds that another export is waited for. */
const PATIENCE = 600;

const dialect: Dialect = {
  name: 'MySQL',
  types: {
    // Keys need a length, and bytes tell ids apart: `o'brien` and `O'Brien` are two.
    id: 'varchar(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin',
    label: 'varchar(255)',
    text: 'mediumtext',
    integer: 'integer',
    date: 'date',
    instant: 'datetime',
    json: 'json',
  },
  quoted: (name) => `\`${name}\``,
  placeholder: () => '?',
  tableEnd: ' CHARACTER SET utf8mb4 ENGINE InnoDB',
  batch: 200,
  instant: (instant) => instant.replace('T', ' ').replace('Z', ''),
  dateText: (column) => `DATE_FORMAT(${column}, '%Y-%m-%d')`,
};

/** MySQL or MariaDB. @param url `mysql://user:password@host:3306/database` */
export async function openMysql(url: string): Promise<Database> {
  const connection = await createConnection({
    uri: url.replace(/^mariadb:/, 'mysql:'),
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: true,
  });
  // A connection that breaks also rejects the statement that waits; without a listener Node would end the process.
  connection.on('error', () => undefined);
  return {
    dialect,
    rows: async (sql, values = []) => {
      const [found] = await connection.query(sql, [...values]);
      return Array.isArray(found)
        ? found.map((row) => Object.fromEntries(Object.entries(row)))
        : [];
    },
    lock: async () => {
      const [found] = await connection.query('SELECT GET_LOCK(?, ?) AS held', [LOCK, PATIENCE]);
      const [row] = Array.isArray(found) ? found : [];
      if (!row || !('held' in row) || Number(row.held) !== 1)
        throw new ExportError(
          `another export into this database runs since more than ${PATIENCE} s: wait for it, or end its connection`,
        );
    },
    close: () => connection.end(),
  };
}
