import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';

/**
 * DuckDB as WebAssembly in a page of the site under test: it reads Parquet over HTTP by itself. DuckDB for Node would
 * first fetch an extension from the network. 1.27 is the newest that has Parquet built in.
 */
const MODULES = resolve(import.meta.dirname, '../../node_modules');

const IMPORTS = {
  'apache-arrow': './modules/apache-arrow/Arrow.dom.mjs',
  flatbuffers: './modules/flatbuffers/mjs/flatbuffers.js',
  tslib: './modules/tslib/tslib.es6.mjs',
};

const DIST = 'modules/@duckdb/duckdb-wasm/dist';

const TYPES: Record<string, string> = {
  js: 'text/javascript',
  mjs: 'text/javascript',
  wasm: 'application/wasm',
};

/** @param home address of the site's root; @returns a page that can be asked by `ask` */
export async function openDuckDb(page: Page, home: string): Promise<void> {
  await page.route(`${home}duckdb.html`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>`,
    }),
  );
  await page.route(`${home}modules/**`, (route) => {
    const asked = new URL(route.request().url()).pathname.split('/modules/')[1] ?? '';
    // flatbuffers names its own modules without an ending.
    const path = asked.split('/').at(-1)?.includes('.') ? asked : `${asked}.js`;
    return route.fulfill({
      contentType: TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      body: readFileSync(join(MODULES, path)),
    });
  });
  await page.goto(`${home}duckdb.html`);
}

/** The rows of a query, as objects. @throws what DuckDB says of it */
export async function ask(page: Page, query: string): Promise<Record<string, unknown>[]> {
  const rows: string = await page.evaluate(
    async ([dist, sql]) => {
      const address = (file: string): string => new URL(`${dist}/${file}`, location.href).href;
      const { AsyncDuckDB, VoidLogger } = await import(address('duckdb-browser.mjs'));
      const db = new AsyncDuckDB(
        new VoidLogger(),
        new Worker(address('duckdb-browser-eh.worker.js')),
      );
      try {
        await db.instantiate(address('duckdb-eh.wasm'));
        const table = await (await db.connect()).query(sql);
        return JSON.stringify(table.toArray(), (_, value) =>
          typeof value === 'bigint' ? Number(value) : value,
        );
      } finally {
        await db.terminate();
      }
    },
    [DIST, query] as const,
  );
  return JSON.parse(rows);
}
