import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type * as Pagefind from 'pagefind';
import type { PaperId } from '../paper.ts';
import { slimFragments } from './slim-fragments.ts';

/** Ten papers share a fragment file: a tenth of the files, fewer bytes, and a result page of ten stays small. */
const PAPERS_PER_FRAGMENT = 10;

/** Documents that are on their way to Pagefind at once, so that neither side waits for the other. */
const AT_ONCE = 32;

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

/** A Pagefind with a process of its own, which works through one period at a time. */
export class PeriodIndexer {
  readonly #pagefind: Promise<typeof Pagefind>;

  /** @param name another name is another process */
  constructor(name: string) {
    // Pagefind has one process a module, and answers one question after the other.
    this.#pagefind = import(`${import.meta.resolve('pagefind')}?${name}`);
  }

  /**
   * Hands documents over, in order. A result leads to the `url` of its document, relative to the site's base.
   * @returns what writes their index into `outDir` (made anew), ends the process, and tells the paper of each result. The
   * same documents in the same order give the same bytes.
   * @throws SearchIndexError when Pagefind refuses a document or cannot write
   */
  async read(
    documents: readonly Pagefind.CustomRecord[],
    outDir: string,
  ): Promise<() => Promise<Record<string, PaperId>>> {
    const { createIndex } = await this.#pagefind;
    const { index, errors } = await createIndex({
      writePlayground: false,
      maxFragments: Math.max(1, Math.ceil(documents.length / PAPERS_PER_FRAGMENT)),
    });
    check(errors, outDir);
    if (!index)
      throw new SearchIndexError(
        'Pagefind did not start — its binary for this platform is missing; run `npm ci`',
      );
    for (let from = 0; from < documents.length; from += AT_ONCE) {
      const some = documents.slice(from, from + AT_ONCE);
      const added = some.map((document) => index.addCustomRecord(document));
      for (const [at, { errors: refused }] of (await Promise.all(added)).entries())
        check(refused, some[at]?.url ?? outDir);
    }
    return async () => {
      await rm(outDir, { recursive: true, force: true });
      const written = await index.writeFiles({ outputPath: outDir });
      check(written.errors, outDir);
      // With its process goes the memory that writing took: a gigabyte for 8,000 papers.
      await this.close();
      const papers = slimFragments(join(outDir, 'fragment'));
      for (const name of await readdir(outDir))
        if (!KEPT.test(name)) await rm(join(outDir, name), { recursive: true });
      return papers;
    };
  }

  /** Ends the process, if one runs; the next period starts another. */
  async close(): Promise<void> {
    await (await this.#pagefind).close();
  }
}
