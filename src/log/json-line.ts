import { plainValue, type LogEntry } from './log-entry.ts';

/** One entry → one line of JSON in ASCII controls and no invisible character: outside text cannot forge or hide lines. */
export function jsonLine({ time, level, message, fields }: LogEntry): string {
  const facts = Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, plainValue(value)]),
  );
  const line = JSON.stringify({ time: new Date(time).toISOString(), level, message, ...facts });
  return line.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}${low(c)}`,
  );
}

function low(c: string): string {
  return c.length === 2 ? `\\u${c.charCodeAt(1).toString(16)}` : '';
}
