import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, SqlValue } from '../../src/export/database.ts';
import { dayRows } from '../../src/export/day-rows.ts';
import { openDatabase } from '../../src/export/open-database.ts';
import { syncDatabase } from '../../src/export/sync-database.ts';
import { PAPER, PAPER_TEXT, PAPER_TOPIC, type Table } from '../../src/export/tables.ts';
import type { Archive } from '../../src/query/archive.ts';
import { SampleArchive } from '../archive/sample-archive.ts';
import { sampleConfig } from '../archive/sample-config.ts';
import { samplePaper } from '../archive/sample-papers.ts';
import { startMariadb, startPostgres, type Server } from './servers.ts';

const first = [
  samplePaper({
    id: '2611.00001',
    announced: '2026-11-20',
    title: "O'Brien's \\ gripper; DROP TABLE",
  }),
  samplePaper({ id: '2611.00002', announced: '2026-11-23', title: 'A quadruped 🤖 that grasps' }),
  samplePaper({ id: 'hep-th/9901001', announced: '2026-11-23', abstract: null, withdrawn: true }),
];
const revised = samplePaper({
  id: '2611.00002',
  announced: '2026-11-23',
  version: 2,
  title: 'A quadruped that walks',
  abstract: 'Nothing of note.',
  authors: [{ name: 'Łukasz Dvořák' }],
});
const fresh = samplePaper({
  id: '2611.00009',
  announced: '2026-11-24',
  comment: 'Accepted to CoRL 2026',
  doi: '10.1000/1',
  citations: { count: 3, influential: 1, venue: 'CoRL', as_of: '2026-11-20' },
});

/** A cell as text, so that both servers and the archive write it alike. */
const cell = (type: string | undefined, value: unknown): unknown => {
  if (value === null) return null;
  if (type === 'json') return typeof value === 'string' ? JSON.parse(value) : value;
  if (type === 'integer') return Number(value);
  if (type === 'instant' && value instanceof Date) return value.toISOString().replace('.000', '');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return type === 'instant' ? text.replace(' ', 'T').replace(/Z?$/, 'Z') : text;
};

const sorted = (rows: unknown[][]) => rows.map((row) => JSON.stringify(row)).toSorted();

async function inDatabase(db: Database, table: Table): Promise<string[]> {
  const { quoted, dateText } = db.dialect;
  const columns = table.columns.map(({ name, type }) =>
    type === 'date' ? `${dateText(quoted(name))} AS ${quoted(name)}` : quoted(name),
  );
  const rows = await db.rows(`SELECT ${columns.join(', ')} FROM ${quoted(table.name)}`);
  return sorted(rows.map((row) => table.columns.map(({ name, type }) => cell(type, row[name]))));
}

function inArchive(archive: Archive, table: Table): string[] {
  const days = archive.paperDays().map(({ date }) => archive.paperPages(date));
  const rows = days.flatMap((pages) => {
    const tables = dayRows(pages.map(({ view }) => view.entry));
    return new Map<string, SqlValue[][]>(Object.entries(tables)).get(table.name) ?? [];
  });
  return sorted(rows.map((row) => row.map((value, n) => cell(table.columns[n]?.type, value))));
}

async function expectSame(db: Database, archive: Archive): Promise<void> {
  for (const table of [PAPER, PAPER_TEXT, PAPER_TOPIC])
    expect(await inDatabase(db, table)).toEqual(inArchive(archive, table));
  const topics = await db.rows('SELECT id, name_zh FROM topic ORDER BY id');
  const wanted = archive.config.topics.map(({ id, name }) => ({ id, name_zh: name.zh }));
  expect(topics).toEqual(wanted.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
}

describe.each([
  ['PostgreSQL', startPostgres, 'postgresql'],
  ['MariaDB', startMariadb, 'mariadb-server'],
] as const)('an export into %s', (name, start, debian) => {
  let server: Server | null = null;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server?.stop());

  /** A database of its own, on the server that may still be starting. */
  async function emptyDatabase(database: string): Promise<string> {
    const url = new URL(server?.url ?? '');
    const admin = await whenReady(url.href);
    await admin.rows(`CREATE DATABASE ${database}`).finally(() => admin.close());
    url.pathname = `/${database}`;
    return url.href;
  }

  async function whenReady(url: string): Promise<Database> {
    const deadline = Date.now() + 120_000;
    for (;;) {
      try {
        return await openDatabase(url);
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await new Promise((again) => setTimeout(again, 200));
      }
    }
  }

  it('holds the archive row by row, follows a change, and finds nothing to do the second time', async ({
    skip,
  }) => {
    skip(server === null, `${name} is not installed (Debian: ${debian})`);
    using sample = new SampleArchive();
    const db = await openDatabase(await emptyDatabase('follows'));
    try {
      sample.commit({ papers: first });
      const before = await sample.open();
      expect(await syncDatabase(before, db)).toEqual({
        written: 2,
        removed: 0,
        kept: 0,
        papers: 3,
      });
      await expectSame(db, before);

      sample.commit({ papers: [revised, fresh] });
      const after = await sample.open();
      expect(await syncDatabase(after, db)).toMatchObject({ written: 2, kept: 1 });
      await expectSame(db, after);
      expect(await syncDatabase(after, db)).toEqual({ written: 0, removed: 0, kept: 3, papers: 0 });
      await expectSame(db, after);

      const retagged = sampleConfig();
      retagged.topics[2]?.include.push('never seen');
      const tagged = await sample.open(retagged);
      expect(await syncDatabase(tagged, db)).toMatchObject({ written: 3 });
      await expectSame(db, tagged);

      using smaller = new SampleArchive();
      smaller.commit({ papers: [fresh] });
      const less = await smaller.open();
      expect(await syncDatabase(less, db)).toMatchObject({ removed: 2 });
      await expectSame(db, less);
    } finally {
      await db.close();
    }
  });

  it('leaves the database as it was when it fails midway, and makes up for it the next time', async ({
    skip,
  }) => {
    skip(server === null, `${name} is not installed (Debian: ${debian})`);
    using sample = new SampleArchive();
    const db = await openDatabase(await emptyDatabase('fails'));
    try {
      sample.commit({ papers: first });
      const before = await sample.open();
      await syncDatabase(before, db);
      sample.commit({ papers: [revised, fresh] });
      const after = await sample.open();
      const broken: Archive = {
        ...after,
        papersOf: (date) => {
          if (date === fresh.announced) throw new Error('the disk is gone');
          return after.papersOf(date);
        },
      };
      await expect(syncDatabase(broken, db)).rejects.toThrow('the disk is gone');
      await expectSame(db, before);
      await syncDatabase(after, db);
      await expectSame(db, after);
    } finally {
      await db.close();
    }
  });

  it('rolls back what a connection that was cut had written', async ({ skip }) => {
    skip(server === null, `${name} is not installed (Debian: ${debian})`);
    using sample = new SampleArchive();
    const url = await emptyDatabase('cut');
    sample.commit({ papers: first });
    const archive = await sample.open();
    const [cut, other] = [await openDatabase(url), await openDatabase(url)];
    const postgres = cut.dialect.name === 'PostgreSQL';
    const [own] = await cut.rows(
      `SELECT ${postgres ? 'pg_backend_pid()' : 'CONNECTION_ID()'} AS id`,
    );
    const id = Number(own?.['id']);
    const kill = postgres ? `SELECT pg_terminate_backend(${id})` : `KILL ${id}`;
    let killed: Promise<unknown> | null = null;
    const failing: Database = {
      ...cut,
      rows: async (sql, values) => {
        if (/INSERT INTO .paper_topic/.test(sql)) await (killed ??= other.rows(kill));
        return cut.rows(sql, values);
      },
    };
    await expect(syncDatabase(archive, failing)).rejects.toThrow(
      /(connection|socket).*The database is as it was/i,
    );
    expect(await inDatabase(other, PAPER)).toEqual([]);
    await syncDatabase(archive, other);
    await expectSame(other, archive);
    await other.close();
    await cut.close().catch(() => undefined);
  });

  it('waits for another export into the same database', async ({ skip }) => {
    skip(server === null, `${name} is not installed (Debian: ${debian})`);
    using sample = new SampleArchive();
    sample.commit({ papers: first });
    const archive = await sample.open();
    const url = await emptyDatabase('side_by_side');
    const databases = await Promise.all([openDatabase(url), openDatabase(url)]);
    const reports = await Promise.all(
      databases.map((db) => syncDatabase(archive, db).finally(() => db.close())),
    );
    expect(reports.map(({ written }) => written).toSorted((a, b) => a - b)).toEqual([0, 2]);
  });
});

describe('openDatabase', () => {
  it.each(['sqlite:///papers.db', 'papers.db', 'https://example.org/x'])(
    'says how a database is named instead of %s',
    async (url) => {
      await expect(openDatabase(url)).rejects.toThrow(/postgres:\/\/user:password@host/);
    },
  );

  it('asks for the name of the database', async () => {
    await expect(openDatabase('postgres://pulse@127.0.0.1:1')).rejects.toThrow(
      /name of a database/,
    );
  });

  it.each(['postgres', 'mysql'])(
    'tells which %s server did not answer, and no password',
    async (kind) => {
      const failure = await openDatabase(`${kind}://pulse:secret@127.0.0.1:1/papers`).catch(String);
      expect(failure).toContain('127.0.0.1:1/papers');
      expect(failure).not.toContain('secret');
    },
  );
});
