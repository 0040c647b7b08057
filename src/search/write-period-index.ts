import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { PaperId } from '../paper.ts';
import { slimFragments } from './slim-fragments.ts';

export interface IndexedDocument {
  /** Where a result leads, relative to the site's base: `papers/2611.00001/`. */
  url: string;
  /** See `searchDocument`. */
  html: string;
}

/** Ten papers share a fragment file: a tenth of the files, fewer bytes, and a result page of ten stays small. */
const PAPERS_PER_FRAGMENT = 10;

/** What a reader's browser loads; Pagefind's ready-made interfaces are left out. */
const KEPT =
  /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.en\.pagefind|pagefind\.\w+\.pf_meta|index|fragment|filter)$/;

class SearchIndexError extends Error {
  override name = 'SearchIndexError';
}

const check = (errors: string[], what: string): void => {
  if (errors.length > 0)
    throw new SearchIndexError(
      `The search index of ${what} was not made: ${errors.join('; ')} — run \`npm run build\` again; if it stays, report it with the paper's id`,
    );
};

/**
 * Indexes documents into `outDir` (made anew). The same documents in the same order give the same bytes.
 * @returns the paper of each result
 * @throws SearchIndexError when Pagefind refuses a document or cannot write.
 */
export async function writePeriodIndex(
  documents: readonly IndexedDocument[],
  outDir: string,
): Promise<Record<string, PaperId>> {
  const { index, errors } = await createIndex({
    writePlayground: false,
    maxFragments: Math.max(1, Math.ceil(documents.length / PAPERS_PER_FRAGMENT)),
  });
  check(errors, outDir);
  if (!index)
    throw new SearchIndexError(
      'Pagefind did not start — its binary for this platform is missing; run `npm ci`',
    );
  for (const { url, html } of documents) {
    const added = await index.addHTMLFile({ url, content: html });
    check(added.errors, url);
  }
  await rm(outDir, { recursive: true, force: true });
  const written = await index.writeFiles({ outputPath: outDir });
  check(written.errors, outDir);
  await index.deleteIndex();
  const papers = slimFragments(join(outDir, 'fragment'));
  for (const name of await readdir(outDir))
    if (!KEPT.test(name)) await rm(join(outDir, name), { recursive: true });
  return papers;
}

/** Ends Pagefind's process; call once after the last period. */
export async function closeSearchIndexer(): Promise<void> {
  await close();
}
