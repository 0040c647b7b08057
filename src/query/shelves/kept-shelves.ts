import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../store/replace-file.ts';
import { sha256 } from '../digest.ts';
import { readKept, writeKept } from '../kept.ts';
import type { AuthorShelf, AuthorView } from './types.ts';

/** Where the authors of a shelf lie in the file of all, in bytes. */
interface PlacedShelf extends AuthorShelf {
  at: number;
  bytes: number;
}

interface Index {
  /** sha256 of the file of all. */
  sum: string;
  shelves: PlacedShelf[];
}

/** Shelves as an earlier question left them in the cache folder. Of a shelf nothing is parsed before it is asked for. */
export interface KeptShelves {
  list: readonly AuthorShelf[];
  on: (shelf: string) => AuthorView[];
}

/** @returns `null` where other shelves are kept, or none, or not all of them */
export function readShelves(dir: string, key: string): KeptShelves | null {
  const index = readKept<Index>(join(dir, 'index.json'), key);
  if (!index) return null;
  let all: Buffer;
  try {
    all = readFileSync(join(dir, 'shelves.ndjson'));
  } catch {
    return null;
  }
  if (sha256(all) !== index.sum) return null;
  const places = new Map(index.shelves.map((placed) => [placed.shelf, placed]));
  return {
    list: index.shelves.map(({ shelf, key: shown, names }) => ({ shelf, key: shown, names })),
    on: (shelf) => {
      const place = places.get(shelf);
      if (!place) return [];
      const authors: AuthorView[] = JSON.parse(
        all.toString('utf8', place.at, place.at + place.bytes),
      );
      return authors;
    },
  };
}

/** The index comes last: without it the other file is nothing. */
export function keepShelves(
  dir: string,
  key: string,
  shelves: ReadonlyMap<string, AuthorView[]>,
): void {
  const lines: Buffer[] = [];
  let at = 0;
  const placed = [...shelves].map(([shelf, authors]): PlacedShelf => {
    const line = Buffer.from(`${JSON.stringify(authors)}\n`);
    lines.push(line);
    const place = { at, bytes: line.length - 1 };
    at += line.length;
    return { shelf, key: sha256(line), names: authors.length, ...place };
  });
  const all = Buffer.concat(lines);
  replaceFile(join(dir, 'shelves.ndjson'), all);
  const index: Index = { sum: sha256(all), shelves: placed };
  writeKept(join(dir, 'index.json'), key, index);
}
