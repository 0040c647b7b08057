import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../paper.ts';
import { replaceFile } from '../../store/replace-file.ts';
import { digest, sha256 } from '../digest.ts';
import { readKept, writeKept } from '../kept.ts';
import type { AuthorShelf, AuthorView } from './types.ts';

/** Where the authors of a shelf lie in the file of all, in bytes. */
interface PlacedShelf extends AuthorShelf {
  at: number;
  bytes: number;
}

/** A day that shelves were gathered of. */
export interface ShelvedDay {
  date: Day;
  /** Digest of its records. */
  records: string;
  /** Digest of what shelves show of it. */
  shown: string;
}

interface Index {
  /** Size of the file of all. */
  bytes: number;
  /** Newest first. */
  days: ShelvedDay[];
  shelves: PlacedShelf[];
}

/** Shelves as an earlier question left them in the cache folder. Of a shelf nothing is read before it is asked for. */
export interface KeptShelves {
  days: readonly ShelvedDay[];
  list: readonly AuthorShelf[];
  /** Empty where there is no such shelf; `null` where what is kept of it is not what was written. */
  on: (shelf: string) => AuthorView[] | null;
  /** Notes that the records of days have changed and what is shown of them has not. */
  stillOf: (days: readonly ShelvedDay[]) => void;
}

const indexFile = (dir: string): string => join(dir, 'index.json');
const fileOfAll = (dir: string): string => join(dir, 'shelves.ndjson');

/**
 * @param form of the shelves, and the day to which they reach
 * @returns `null` where none are kept, none of this form, or not all of them
 */
export function readShelves(dir: string, form: string): KeptShelves | null {
  const index = readKept<Index>(indexFile(dir), form);
  if (!index) return null;
  const file = fileOfAll(dir);
  if (statSync(file, { throwIfNoEntry: false })?.size !== index.bytes) return null;
  const places = new Map(index.shelves.map((placed) => [placed.shelf, placed]));
  return {
    days: index.days,
    list: index.shelves.map(({ shelf, key: shown, names }) => ({ shelf, key: shown, names })),
    on: (shelf) => {
      const place = places.get(shelf);
      if (!place) return [];
      const line = readPart(file, place);
      if (shelfKey(form, line) !== place.key) return null;
      const authors: AuthorView[] = JSON.parse(line.toString('utf8'));
      return authors;
    },
    stillOf: (days) => {
      writeKept(indexFile(dir), form, { ...index, days });
    },
  };
}

const shelfKey = (form: string, line: Buffer): string => digest(form, sha256(line));

function readPart(file: string, { at, bytes }: { at: number; bytes: number }): Buffer {
  const part = Buffer.allocUnsafe(bytes);
  const descriptor = openSync(file, 'r');
  try {
    const read = readSync(descriptor, part, 0, bytes, at);
    return part.subarray(0, read);
  } finally {
    closeSync(descriptor);
  }
}

/** The index comes last: without it the other file is nothing. */
export function keepShelves(
  dir: string,
  form: string,
  days: readonly ShelvedDay[],
  shelves: ReadonlyMap<string, AuthorView[]>,
): void {
  const lines: Buffer[] = [];
  let at = 0;
  const placed = [...shelves].map(([shelf, authors]): PlacedShelf => {
    const line = Buffer.from(`${JSON.stringify(authors)}\n`);
    lines.push(line);
    const place = { at, bytes: line.length };
    at += line.length;
    return { shelf, key: shelfKey(form, line), names: authors.length, ...place };
  });
  replaceFile(fileOfAll(dir), Buffer.concat(lines));
  const index: Index = { bytes: at, days: [...days], shelves: placed };
  writeKept(indexFile(dir), form, index);
}
