/**
 * `ok`: looked at and well; `note`: worth knowing; `warning`: works, and will not for ever; `problem`: must be put right,
 * and lets the doctor end with 1.
 */
export type Level = 'ok' | 'note' | 'warning' | 'problem';

/** One thing that a check found. */
export interface Finding {
  level: Level;
  /** What is so, in one sentence. */
  what: string;
  /** File, line, address or setting. */
  where: string;
  /** What to do; empty when there is nothing. */
  remedy: string;
}

/** A finding with the name of the check that made it. */
export interface CheckedFinding extends Finding {
  check: string;
}

export const ok = (what: string, where: string): Finding => ({
  level: 'ok',
  what,
  where,
  remedy: '',
});

const made =
  (level: Level) =>
  (what: string, where: string, remedy: string): Finding => ({ level, what, where, remedy });

export const note = made('note');
export const warning = made('warning');
export const problem = made('problem');
