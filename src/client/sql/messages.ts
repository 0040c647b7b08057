/** What the page and its worker say to each other. */
export type ToWorker =
  /** Loads the file; answered by `progress` and `ready` or `failed`. */
  | { type: 'open'; url: string; wasm: string }
  /** Runs statements; answered by `result` or `error`. */
  | { type: 'run'; sql: string };

export type FromWorker =
  | { type: 'progress'; share: number }
  | { type: 'ready' }
  | { type: 'failed'; message: string }
  | ({ type: 'result' } & SqlResult)
  | { type: 'error'; message: string };

/** The rows of the last statement that gives any. */
export interface SqlResult {
  columns: string[];
  rows: SqlCell[][];
  /** There were more rows than are shown. */
  cut: boolean;
}

export type SqlCell = string | number | null;
