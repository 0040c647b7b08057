import type { ConfigProblem } from '../../config/config-error.ts';
import type { Comparison } from '../../tune/compare.ts';

/** What the page and its worker say to each other. */
export type ToWorker =
  /** Checks a text; compares it with the site's own file once the papers are there. */
  | { type: 'try'; text: string }
  /** Loads the papers, then answers the last text anew. */
  | { type: 'load' };

/** Sent first, once. */
export interface TuneStart {
  type: 'start';
  /** Address of the site, with a slash at its end. */
  base: string;
  /** The site's own file. */
  own: string;
}

export type FromWorker =
  | { type: 'tried'; problems: readonly ConfigProblem[]; comparison: Compared | null }
  | { type: 'loading'; done: number; of: number }
  | { type: 'failed'; what: string };

export interface Compared extends Comparison {
  from: string;
  to: string;
}
