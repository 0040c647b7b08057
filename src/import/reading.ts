/** What became of a row, and how its fields are read. */
import { plainText } from '../text/plain-text.ts';
import type { Row } from './read-database.ts';

export interface Taken<T> {
  /** The row, for the report: its id and the beginning of its title. */
  row: string;
  record: T;
  /** What was put right, in words. */
  repairs: string[];
}

export interface Refused {
  row: string;
  why: string;
}

export type Reading<T> = Taken<T> | Refused;

export const isRefused = <T>(reading: Reading<T>): reading is Refused => 'why' in reading;

/** Words that stood in for what was not known. */
const PLACEHOLDER =
  /^(?:n\/?a|none|null|nan|tbd|todo|tba|unknown|no abstract.*|待补充|待定|暂无.*|未知|无|[-–—.]+)$/i;

/** A column as plain text on one line; `''` when it is missing, empty or a placeholder. */
export function field(row: Row, name: string, maxLength?: number): string {
  const value = row[name];
  if (value instanceof Uint8Array) return '';
  const text = plainText(value, maxLength === undefined ? {} : { maxLength });
  return PLACEHOLDER.test(text) ? '' : text;
}

/** How the report names a row. */
export function rowName(row: Row): string {
  const title = field(row, 'title', 60) || field(row, 'name', 60);
  return `${field(row, 'id', 40) || 'no id'}${title === '' ? '' : ` “${title}”`}`;
}

/** A list that is written with commas, or as JSON. */
export function list(text: string): string[] {
  const words = /^\[.*\]$/.test(text) ? fromJson(text) : text.split(/[,;，；、]/);
  return [...new Set(words.map((word) => plainText(word)).filter((word) => word !== ''))];
}

function fromJson(text: string): string[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.map(String) : [];
  } catch {
    return text.slice(1, -1).split(',');
  }
}
