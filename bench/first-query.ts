import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Words of a query that lie in different parts of the index, and results of the first page in different fragments. */
const WORDS = 3;
const RESULTS = 20;

/**
 * Bytes that a reader's browser is sent for a first query, at the worst: the program (scripts as a server compresses
 * them), the period's metadata, the largest parts of the index for three words, all filters, the largest fragments for
 * a page of results.
 * @param period the folder of the newest period: `dist/search-index/2026-10-05`
 */
export function firstQueryBytes(period: string): number {
  const sizes = (folder: string): number[] =>
    readdirSync(join(period, folder))
      .map((name) => statSync(join(period, folder, name)).size)
      .sort((a, b) => b - a);
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const program = readdirSync(period, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => {
      const bytes = readFileSync(join(period, name));
      // Pagefind's own files are compressed already.
      return /\.(?:js|json)$/.test(name) ? gzipSync(bytes).length : bytes.length;
    });
  return (
    sum(program) +
    sum(sizes('index').slice(0, WORDS)) +
    sum(sizes('filter')) +
    sum(sizes('fragment').slice(0, RESULTS))
  );
}
