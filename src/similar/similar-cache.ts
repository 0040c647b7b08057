/**
 * Similar papers in the cache folder. Lists and their keys are in one file, which every thread of a build reads; vectors
 * are in another, which is read only where a day has to be compared. Both can be made again.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day, PaperId } from '../paper.ts';
import { replaceFile } from '../store/replace-file.ts';
import type { TermBlock } from './term-block.ts';

export interface KnownDay {
  date: Day;
  /** Changes when this day or any before it does. */
  chain: string;
  papers: { id: PaperId; title: string }[];
  /** Terms per vector, in the order of `papers`. */
  sizes: readonly number[];
  /** Similar papers, in the order of `papers`. */
  lists: PaperId[][];
  /** Changes when a list of the day does, titles included. */
  key: string;
}

/** @property vectors sha256 of the file of vectors that belongs to these days, in their order */
interface Kept {
  form: typeof FORM;
  vectors: string;
  days: KnownDay[];
}

const FORM = 'similar/2';
const BYTES_PER_TERM = 8;

const sum256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url');

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'form' in value && value.form === FORM;

export interface SimilarCache {
  days: ReadonlyMap<Day, KnownDay>;
  /** `null` when the file is missing or is not the one of these days. */
  vectors: () => ReadonlyMap<Day, TermBlock> | null;
}

/** Empty when the cache is cold, cut short or of another form: that costs time, never an answer. */
export function readSimilarCache(cacheDir: string): SimilarCache {
  try {
    const kept: unknown = JSON.parse(readFileSync(join(cacheDir, 'days.json'), 'utf8'));
    if (isKept(kept))
      return {
        days: new Map(kept.days.map((day) => [day.date, day])),
        vectors: () => readVectors(cacheDir, kept),
      };
  } catch {
    // Not there, or cut short.
  }
  return { days: new Map(), vectors: () => null };
}

function readVectors(cacheDir: string, { vectors, days }: Kept): Map<Day, TermBlock> | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(cacheDir, 'vectors.bin'));
  } catch {
    return null;
  }
  if (sum256(bytes) !== vectors) return null;
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const blocks = new Map<Day, TermBlock>();
  let at = 0;
  for (const { date, sizes } of days) {
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const terms = new Uint32Array(buffer, at, total);
    const weights = new Float32Array(buffer, at + total * 4, total);
    at += total * BYTES_PER_TERM;
    blocks.set(date, { sizes, terms, weights });
  }
  return blocks;
}

/** @param blocks the vectors of the days, in their order */
export function writeSimilarCache(
  cacheDir: string,
  days: KnownDay[],
  blocks: readonly TermBlock[],
): void {
  mkdirSync(cacheDir, { recursive: true });
  const bytes = Buffer.concat(
    blocks.flatMap(({ terms, weights }) => [
      Buffer.from(terms.buffer, terms.byteOffset, terms.byteLength),
      Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength),
    ]),
  );
  const kept: Kept = { form: FORM, vectors: sum256(bytes), days };
  replaceFile(join(cacheDir, 'vectors.bin'), bytes);
  replaceFile(join(cacheDir, 'days.json'), JSON.stringify(kept));
}
