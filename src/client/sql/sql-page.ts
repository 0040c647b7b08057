/** The SQL page: a query, its result as a table, and the same as CSV. */
import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { buildOn } from '../../i18n/build-on.ts';
import { fill } from '../../i18n/dictionary.ts';
import { download } from '../download.ts';
import { shownLang } from '../say.ts';
import type { SqlResult } from './messages.ts';
import { resultCsv, resultTable } from './result-table.ts';
import { SqlFailure, SqlSession } from './sql-session.ts';

const SECONDS = 15;

export function startSqlPage(): void {
  const form = document.querySelector<HTMLFormElement>('.sql-form');
  const field = form?.querySelector<HTMLTextAreaElement>('textarea');
  const stop = form?.querySelector<HTMLButtonElement>('.sql-stop');
  const state = document.querySelector<HTMLElement>('.sql-state');
  const place = document.querySelector<HTMLElement>('.sql-table');
  const csv = document.querySelector<HTMLButtonElement>('.sql-csv');
  if (!form || !field || !stop || !state || !place || !csv) return;
  const words = buildOn[shownLang()];
  let shown: SqlResult | null = null;

  const session = new SqlSession({
    startWorker: () => new Worker(new URL('./sql-worker.ts', import.meta.url), { type: 'module' }),
    url: form.dataset['file'] ?? '',
    wasm: new URL(wasmUrl, location.href).href,
    seconds: SECONDS,
    progress: (share) => {
      state.textContent = fill(words.sqlLoading, { n: Math.round(share * 100) });
    },
  });

  const show = (result: SqlResult): void => {
    shown = result;
    place.replaceChildren(resultTable(result));
    csv.hidden = result.columns.length === 0;
    const n = result.rows.length;
    state.textContent = fill(result.cut ? words.sqlCut : words.sqlRows, { n });
  };

  const run = async (): Promise<void> => {
    place.replaceChildren();
    csv.hidden = true;
    stop.hidden = false;
    state.textContent = fill(words.sqlRunning);
    try {
      show(await session.run(field.value));
    } catch (error) {
      state.textContent = failureWords(error);
    } finally {
      stop.hidden = true;
    }
  };

  const failureWords = (error: unknown): string => {
    if (!(error instanceof SqlFailure)) throw error;
    if (error.kind === 'timeout') return fill(words.sqlTimeout, { n: SECONDS });
    if (error.kind === 'stopped') return fill(words.sqlStopped);
    return error.kind === 'load' ? fill(words.sqlFailed) : error.message;
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  stop.addEventListener('click', () => session.stop());
  csv.addEventListener('click', () => {
    if (shown)
      download('result.csv', new Blob([resultCsv(shown)], { type: 'text/csv;charset=utf-8' }));
  });
  for (const example of document.querySelectorAll<HTMLButtonElement>('.sql-examples button')) {
    example.addEventListener('click', () => {
      field.value = example.dataset['sql'] ?? '';
      form.requestSubmit();
    });
  }
}
