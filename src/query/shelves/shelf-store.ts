/**
 * Shelves of authors in the cache folder: who wrote the papers of each day in one file, what stands on each shelf in
 * another, and an index that knows the sum of every shelf. The index is written last: a file that is not the one it knows
 * makes the cache stale, and costs the time to fill it again.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../paper.ts';
import { replaceFile } from '../../store/replace-file.ts';
import { digest } from '../digest.ts';
import type { Credit, ShelfRow } from './shelf-rows.ts';
import type { AuthorShelf } from './types.ts';

/** The cache does not hold what its index says. */
export class StaleShelves extends Error {}

export interface ShelfIndex {
  /** By day that is in: the digest of its records, and the sum of who wrote them. */
  days: Record<Day, { records: string; sum: string }>;
  shelves: Record<string, Omit<AuthorShelf, 'shelf'> & { sum: string }>;
}

export class ShelfStore {
  readonly #dir: string;
  readonly #form: string;

  /** @param form what all of it depends on beside the papers; of another form, the cache is empty */
  constructor(dir: string, form: string) {
    this.#dir = dir;
    this.#form = form;
  }

  index(): ShelfIndex {
    try {
      const kept: ShelfIndex & { form: string } = JSON.parse(
        readFileSync(join(this.#dir, 'index.json'), 'utf8'),
      );
      if (kept.form === this.#form) return { days: kept.days, shelves: kept.shelves };
    } catch {
      // Not there, or cut short.
    }
    return this.clear();
  }

  keepIndex(index: ShelfIndex): void {
    replaceFile(join(this.#dir, 'index.json'), JSON.stringify({ form: this.#form, ...index }));
  }

  /** @returns the index of an empty cache */
  clear(): ShelfIndex {
    rmSync(this.#dir, { recursive: true, force: true });
    return { days: {}, shelves: {} };
  }

  /** @throws StaleShelves when the file has another sum */
  credits(date: Day, sum: string): Credit[] {
    const credits: Credit[] = JSON.parse(this.#text(this.#dayFile(date), sum));
    return credits;
  }

  /** @throws StaleShelves when the file has another sum */
  rows(shelf: string, sum: string): ShelfRow[] {
    const rows: ShelfRow[] = JSON.parse(this.#text(this.#shelfFile(shelf), sum));
    return rows;
  }

  /** @returns the sum of what is kept */
  keepCredits(date: Day, credits: readonly Credit[]): string {
    return keep(this.#dayFile(date), credits);
  }

  /** @returns the sum of what is kept */
  keepRows(shelf: string, rows: readonly ShelfRow[]): string {
    return keep(this.#shelfFile(shelf), rows);
  }

  forgetDay(date: Day): void {
    rmSync(this.#dayFile(date), { force: true });
  }

  forgetShelf(shelf: string): void {
    rmSync(this.#shelfFile(shelf), { force: true });
  }

  #dayFile(date: Day): string {
    return join(this.#dir, 'days', `${date}.json`);
  }

  /** Letters of other scripts may not be allowed in the name of a file. */
  #shelfFile(shelf: string): string {
    return join(this.#dir, 'shelves', `${Buffer.from(shelf).toString('hex')}.json`);
  }

  #text(file: string, sum: string): string {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      throw new StaleShelves(`${file} is not there`);
    }
    if (digest(text) !== sum) throw new StaleShelves(`${file} is not the one that was kept`);
    return text;
  }
}

function keep(file: string, value: unknown): string {
  const text = JSON.stringify(value);
  replaceFile(file, text);
  return digest(text);
}
