import { plainText } from '../text/plain-text.ts';
import { plainValue, type LogEntry } from './log-entry.ts';
import type { LogLevel } from './log-level.ts';

const COLOURS: Record<LogLevel, string> = { debug: '2', info: '0', warn: '33', error: '31' };

/** One entry → one line for a terminal. Outside text cannot move the cursor or set colours. */
export function humanLine({ level, message, fields }: LogEntry, colour: boolean): string {
  const facts = Object.entries(fields).map(([key, value]) => `${key}=${factText(value)}`);
  const mark = level === 'warn' || level === 'error' ? `${level}: ` : '';
  const text = [mark + plainText(message), ...facts].join('  ');
  return colour && level !== 'info' ? `\u001b[${COLOURS[level]}m${text}\u001b[0m` : text;
}

function factText(value: unknown): string {
  const plain = plainValue(value);
  const text = typeof plain === 'string' ? plain : (JSON.stringify(plain) ?? String(plain));
  return plainText(text);
}
