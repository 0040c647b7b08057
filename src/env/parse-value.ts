/** Texts of the environment → values. Each throws an `Error` whose message says what was expected. */
import { LOG_LEVELS, type LogLevel } from '../log/log-level.ts';
import type { Instant } from '../paper.ts';
import { parseInstant } from '../text/dates.ts';

/** `true`, `yes`, `on`, `1` and their opposites, in any case. */
export function flag(text: string): boolean {
  if (/^(?:true|yes|on|1)$/i.test(text)) return true;
  if (/^(?:false|no|off|0)$/i.test(text)) return false;
  throw new Error('expected true or false');
}

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d{1,15}$/.test(text) && value >= least && value <= most) return value;
    throw new Error(`expected a whole number from ${least} to ${most}`);
  };
}

/** An http(s) address without query and fragment; a `/` at the end is dropped. */
export function address(text: string): string {
  const url = URL.parse(text);
  const plain = url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
  if (plain && url.username === '' && url.password === '') return url.href.replace(/\/+$/, '');
  throw new Error('expected an http(s) address without user name, query or fragment');
}

/** `/`, or a path with one `/` before and none after: `/embodied-pulse`. */
export function basePath(text: string): string {
  const path = `/${text.replace(/^\/+|\/+$/g, '')}`;
  if (/^\/(?:[\w.~-]+(?:\/[\w.~-]+)*)?$/.test(path) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(path))
    return path;
  throw new Error(
    'expected a path of letters, digits, `-`, `_`, `.` and `~`, such as /embodied-pulse',
  );
}

export function instant(text: string): Instant {
  const value = parseInstant(text);
  if (value !== null) return value;
  throw new Error('expected an ISO 8601 instant such as 2026-11-23T06:17:00Z');
}

export function logLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text.toLowerCase());
  if (level) return level;
  throw new Error(`expected one of ${LOG_LEVELS.join(', ')}`);
}

/** Five fields of numbers, `*`, ranges, lists and steps. */
export function cron(text: string): string {
  const fields = text.split(/\s+/);
  if (fields.length === 5 && fields.every((field) => /^[\d*/,-]+$/.test(field)))
    return fields.join(' ');
  throw new Error('expected a cron expression of five fields such as 17 6 * * *');
}

/** Any text without white space, such as a key. */
export function token(text: string): string {
  if (/^[\x21-\x7e]+$/.test(text)) return text;
  throw new Error('expected a key without spaces');
}

/** Any text. */
export function anyText(text: string): string {
  return text;
}
