import initSqlJs, { type Database } from 'sql.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeReadOnly, runQuery } from './run-query.ts';
import { loadFile } from './load-file.ts';

let db: Database;
beforeAll(async () => {
  db = new (await initSqlJs()).Database();
  db.run(
    "CREATE TABLE paper (id TEXT, title TEXT); INSERT INTO paper VALUES ('1', 'a'), ('2', 'b')",
  );
  makeReadOnly(db);
});

describe('runQuery', () => {
  it('gives columns and rows', () => {
    expect(runQuery(db, 'SELECT id, title FROM paper ORDER BY id')).toEqual({
      columns: ['id', 'title'],
      rows: [
        ['1', 'a'],
        ['2', 'b'],
      ],
      cut: false,
    });
  });

  it('gives the rows of the last statement that has any', () => {
    expect(runQuery(db, 'SELECT 1 AS x; SELECT 2 AS y; -- no more').columns).toEqual(['y']);
    expect(runQuery(db, '')).toEqual({ columns: [], rows: [], cut: false });
  });

  it.each([
    'DELETE FROM paper',
    'DROP TABLE paper',
    "UPDATE paper SET id = '9'",
    'PRAGMA query_only = 0; DELETE FROM paper',
  ])('refuses to write: %s', (sql) => {
    expect(() => runQuery(db, sql)).toThrow(/readonly|query_only/i);
    expect(runQuery(db, 'SELECT COUNT(*) FROM paper').rows).toEqual([[2]]);
  });

  it('stops reading rows of a query that never ends', () => {
    const endless =
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n';
    const { rows, cut } = runQuery(db, endless, 50);
    expect([rows.length, cut]).toEqual([50, true]);
  });

  it('says what SQLite says of a mistake, and goes on working', () => {
    expect(() => runQuery(db, 'SELEKT 1')).toThrow(/syntax error/);
    expect(runQuery(db, 'SELECT 1').rows).toEqual([[1]]);
  });

  it('shows blobs by their size and cuts long text', () => {
    expect(runQuery(db, 'SELECT zeroblob(7)').rows).toEqual([['(7 bytes)']]);
    const text = runQuery(db, "SELECT replace(hex(zeroblob(5000)), '00', 'ab')").rows[0]?.[0];
    expect(String(text)).toHaveLength(4001);
  });
});

describe('loadFile', () => {
  const answer =
    (status: number, headers: Record<string, string> = {}) =>
    async () =>
      new Response(new Blob(['abc', 'def']).stream(), { status, headers });

  it('gives the bytes and tells how far it is', async () => {
    const shares: number[] = [];
    const get = answer(200, { 'content-length': '6' });
    const bytes = await loadFile('https://e.org/x', (share) => shares.push(share), get);
    expect(new TextDecoder().decode(bytes)).toBe('abcdef');
    expect(shares.at(-1)).toBe(1);
  });

  it('says which address did not answer', async () => {
    await expect(loadFile('https://e.org/x', () => {}, answer(404))).rejects.toThrow(
      /e\.org\/x.*404/,
    );
  });
});
