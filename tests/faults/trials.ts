/** What the trials of one class came to; the table in `docs/reliability.md` is made of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const RESULTS = 'reports/faults';

export interface Trials {
  /** What is done to the run: `SIGKILL at each call that writes`. */
  class: string;
  /** The place of the row in the table. */
  order: number;
  trials: number;
  /** Trials after which a reader saw exactly the old or exactly the new state, and a rerun completed it. */
  held: number;
  /** The same for a run that writes its files one after another, where it can be compared. */
  baseline?: { trials: number; held: number };
  /** What the trials worked on. */
  size: string;
}

/** Trials as they were written down, with the day. A run of some classes leaves the rows of the others. */
export interface ReportedTrials extends Trials {
  day: string;
}

export function report(trials: Trials): void {
  mkdirSync(RESULTS, { recursive: true });
  const name = `${String(trials.order).padStart(2, '0')}-${trials.class.replaceAll(/[^a-z0-9]+/gi, '-')}.json`;
  const reported: ReportedTrials = { ...trials, day: new Date().toISOString().slice(0, 10) };
  writeFileSync(join(RESULTS, name), JSON.stringify(reported, null, 2));
}
