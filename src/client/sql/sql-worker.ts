/** SQLite in a worker: a query that never ends is ended by ending the worker, and the page stays alive. */
import initSqlJs, { type Database } from 'sql.js';
import { loadFile } from './load-file.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { makeReadOnly, runQuery } from './run-query.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's messages have no origin
const say = (message: FromWorker): void => self.postMessage(message);
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

let db: Database | null = null;

async function open(url: string, wasm: string): Promise<void> {
  const [sql, bytes] = await Promise.all([
    initSqlJs({ locateFile: () => wasm }),
    loadFile(url, (share) => say({ type: 'progress', share })),
  ]);
  db = new sql.Database(bytes);
  makeReadOnly(db);
  say({ type: 'ready' });
}

function run(sql: string): void {
  if (!db) return say({ type: 'error', message: 'the file is not loaded' });
  try {
    say({ type: 'result', ...runQuery(db, sql) });
  } catch (error) {
    say({ type: 'error', message: reason(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'run') return run(data.sql);
  open(data.url, data.wasm).catch((error: unknown) =>
    say({ type: 'failed', message: reason(error) }),
  );
});
