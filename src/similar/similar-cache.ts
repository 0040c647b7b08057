/**
 * Similar papers in the cache folder: a file with a line for each paper, one with their vectors, and an index with the
 * place and the digest of each day in both. A new day is put behind the others and the index written last; what it does
 * not prove is nothing. Days are read when somebody asks for them, by every thread of a build. All can be made again.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../paper.ts';
import { replaceFile } from '../store/replace-file.ts';
import { lineOf, type ListedPaper } from './paper-list.ts';
import { appendParts, eachPart, endOf, reaches, sum256, type Place } from './placed-file.ts';
import { blockOf, bytesOf, type TermBlock } from './term-block.ts';

/** What is known of a day before its papers are asked for. */
export interface DayHead {
  date: Day;
  /** Changes when this day or any before it does. */
  chain: string;
  /** Changes when a list of the day does, titles included. */
  key: string;
}

export interface KeptDay extends DayHead {
  /** How many. */
  papers: number;
  lines: Place;
  vectors: Place;
}

export interface ComparedDay extends DayHead {
  papers: readonly ListedPaper[];
  /** Vectors, in the order of `papers`. */
  block: TermBlock;
}

/** @property sum sha256 of the days as text */
interface Index {
  form: typeof FORM;
  sum: string;
  days: KeptDay[];
}

const FORM = 'similar/3';

const linesFile = (cacheDir: string): string => join(cacheDir, 'papers.ndjson');
const vectorsFile = (cacheDir: string): string => join(cacheDir, 'vectors.bin');
const indexFile = (cacheDir: string): string => join(cacheDir, 'days.json');

const isIndex = (value: unknown): value is Index =>
  typeof value === 'object' &&
  value !== null &&
  'form' in value &&
  value.form === FORM &&
  'days' in value &&
  'sum' in value &&
  value.sum === sum256(JSON.stringify(value.days));

/** The days that are kept, oldest first; none when the cache is cold, cut short, changed or of another form. */
export function readDays(cacheDir: string): KeptDay[] {
  let index: unknown;
  try {
    index = JSON.parse(readFileSync(indexFile(cacheDir), 'utf8'));
  } catch {
    return []; // Not there, or cut short: that costs time, never an answer.
  }
  if (!isIndex(index)) return [];
  const last = index.days.at(-1);
  const whole =
    reaches(linesFile(cacheDir), endOf(last?.lines)) &&
    reaches(vectorsFile(cacheDir), endOf(last?.vectors));
  return whole ? index.days : [];
}

/** The lines of a day's papers. @throws {DamagedCache} when they are not those that were kept */
export function readLines(cacheDir: string, { lines }: KeptDay): string[] {
  const [part] = eachPart(linesFile(cacheDir), [lines]);
  if (!part) return [];
  return Buffer.from(part.buffer, 0, part.byteLength).toString('latin1').split('\n');
}

/**
 * The vectors of days one after the other, all in the same memory: each is gone when the next is asked for.
 * @throws {DamagedCache} when they are not those that were kept
 */
export function* readVectors(
  cacheDir: string,
  days: readonly KeptDay[],
): Generator<TermBlock, void> {
  const places = days.map(({ vectors }) => vectors);
  let n = 0;
  for (const part of eachPart(vectorsFile(cacheDir), places))
    yield blockOf(part, days[n++]?.papers ?? 0);
}

/** Keeps days behind those of `known`, which are as they were read; what was kept behind these is dropped. */
export function keepDays(
  cacheDir: string,
  known: readonly KeptDay[],
  compared: readonly ComparedDay[],
): void {
  const last = known.at(-1);
  const vectors = appendParts(
    vectorsFile(cacheDir),
    endOf(last?.vectors),
    compared.map(({ block }) => bytesOf(block)),
  );
  const lines = appendParts(
    linesFile(cacheDir),
    endOf(last?.lines),
    compared.map(({ papers }) =>
      Buffer.from(papers.map((paper) => `${lineOf(paper)}\n`).join(''), 'latin1'),
    ),
  );
  const days = [...known];
  for (const [n, { date, chain, key, papers }] of compared.entries()) {
    const [inLines, inVectors] = [lines[n], vectors[n]];
    if (inLines && inVectors)
      days.push({ date, chain, key, papers: papers.length, lines: inLines, vectors: inVectors });
  }
  const index: Index = { form: FORM, sum: sum256(JSON.stringify(days)), days };
  replaceFile(indexFile(cacheDir), JSON.stringify(index));
}
