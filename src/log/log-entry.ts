import type { LogLevel } from './log-level.ts';

export interface LogEntry {
  /** Milliseconds since the epoch. */
  time: number;
  level: LogLevel;
  message: string;
  fields: Readonly<Record<string, unknown>>;
}

/** A field's value in a form that both kinds of line can write: an error with its causes, all else as it is. */
export function plainValue(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const cause = value.cause === undefined ? '' : ` (cause: ${String(plainValue(value.cause))})`;
  return `${value.name}: ${value.message}${cause}`;
}
