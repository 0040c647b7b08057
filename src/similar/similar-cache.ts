/** Vectors and lists of each day in the cache folder: one file of numbers, one of ids. Both can be made again. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day, PaperId } from '../paper.ts';
import type { TermVector } from './term-vector.ts';

export interface KnownDay {
  date: Day;
  /** Changes when this day or any before it does. */
  chain: string;
  papers: { id: PaperId; title: string }[];
  vectors: TermVector[];
  /** Similar papers, in the order of `papers`. */
  lists: PaperId[][];
}

interface DayLine {
  date: Day;
  chain: string;
  papers: { id: PaperId; title: string }[];
  /** Terms per vector, in the order of `papers`. */
  sizes: number[];
  lists: PaperId[][];
}

const BYTES_PER_TERM = 8;

const isLine = (value: unknown): value is DayLine =>
  typeof value === 'object' &&
  value !== null &&
  'chain' in value &&
  'sizes' in value &&
  Array.isArray(value.sizes);

/** Empty when the cache is cold, cut short or of another form: that costs time, never an answer. */
export function readSimilarCache(cacheDir: string): Map<Day, KnownDay> {
  const days = new Map<Day, KnownDay>();
  try {
    const lines: unknown = JSON.parse(readFileSync(join(cacheDir, 'days.json'), 'utf8'));
    const bytes = readFileSync(join(cacheDir, 'vectors.bin'));
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    let at = 0;
    for (const line of Array.isArray(lines) ? lines.filter(isLine) : []) {
      const vectors = line.sizes.map((size) => {
        const terms = new Uint32Array(buffer, at, size);
        const weights = new Float32Array(buffer, at + size * 4, size);
        at += size * BYTES_PER_TERM;
        return { terms, weights };
      });
      days.set(line.date, { ...line, vectors });
    }
    return days;
  } catch {
    return new Map();
  }
}

export function writeSimilarCache(cacheDir: string, days: readonly KnownDay[]): void {
  mkdirSync(cacheDir, { recursive: true });
  const lines: DayLine[] = days.map(({ date, chain, papers, vectors, lists }) => ({
    date,
    chain,
    papers,
    sizes: vectors.map(({ terms }) => terms.length),
    lists,
  }));
  const numbers = days.flatMap(({ vectors }) =>
    vectors.flatMap(({ terms, weights }) => [
      Buffer.from(terms.buffer, terms.byteOffset, terms.byteLength),
      Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength),
    ]),
  );
  writeFileSync(join(cacheDir, 'vectors.bin'), Buffer.concat(numbers));
  writeFileSync(join(cacheDir, 'days.json'), JSON.stringify(lines));
}
