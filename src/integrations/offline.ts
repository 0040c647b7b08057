import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { serviceWorker, type OfflinePlan } from '../client/offline/service-worker.ts';
import { digest } from '../query/digest.ts';
import { archive } from '../query/shared-archive.ts';

/** Announcement days that are kept. */
const DAYS = 7;

/** Pages of the frame: the front pages, the reader's own, and what stands in when there is no network. */
const PAGES = ['', 'zh/', 'saved/', 'zh/saved/', 'offline/'];

const FILES = ['boot.js', 'favicon.svg', 'filters.json', 'manifest.webmanifest', 'status.json'];

/** A larger script is one that few readers load: charts, SQL. */
const LARGEST_ASSET = 48 * 1024;

/** Writes `sw.js` once everything else of the site is written. */
export function offline(base: string): AstroIntegration {
  let outDir = '';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = fileURLToPath(config.outDir);
      },
      'astro:build:done': async ({ logger }) => {
        const days = (await archive()).days().slice(0, DAYS);
        const plan = writeServiceWorker(
          outDir,
          base,
          days.map(({ date }) => date),
        );
        logger.info(
          `${plan.shell.length} files of the frame, ${plan.days.length} of the last days`,
        );
      },
    },
  };
}

/**
 * Writes the service worker of a built site. The same site gives the same bytes.
 * @param days announcement days to keep, newest first
 */
export function writeServiceWorker(
  outDir: string,
  base: string,
  days: readonly string[],
): OfflinePlan {
  const pages = days.map((date) => `days/${date}/`);
  const json = days.map((date) => `api/v1/days/${date}.json`);
  const shell = [...PAGES, ...FILES, ...assetsOf(outDir, [...PAGES, ...pages.slice(0, 1)])];
  const parts = {
    base,
    shell: revisions(outDir, shell),
    days: revisions(outDir, [...pages, ...json]),
  };
  // A changed worker is a new version too, or its cache would be that of the old one.
  const version = digest(JSON.stringify(parts), serviceWorker.toString()).slice(0, 12);
  const plan = { version, ...parts };
  writeFileSync(join(outDir, 'sw.js'), `(${serviceWorker.toString()})(${JSON.stringify(plan)});\n`);
  return plan;
}

const fileOf = (outDir: string, path: string): string =>
  join(outDir, path === '' || path.endsWith('/') ? `${path}index.html` : path);

/** Files that the site does not have are left out, such as the home page of an archive that has not begun. */
function revisions(outDir: string, paths: readonly string[]): [path: string, revision: string][] {
  return paths.flatMap((path): [string, string][] => {
    const file = fileOf(outDir, path);
    return existsSync(file) ? [[path, digest(readFileSync(file, 'latin1')).slice(0, 8)]] : [];
  });
}

/** Styles and scripts that pages name, and what these name in turn. */
function assetsOf(outDir: string, pages: readonly string[]): string[] {
  const folder = join(outDir, '_astro');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const found = new Set<string>();
  const look = (text: string): void => {
    for (const name of names) {
      if (found.has(name) || !/\.(?:js|css)$/.test(name) || !text.includes(name)) continue;
      const content = readFileSync(join(folder, name), 'utf8');
      if (content.length > LARGEST_ASSET) continue;
      found.add(name);
      look(content);
    }
  };
  for (const page of pages) {
    const file = fileOf(outDir, page);
    if (existsSync(file)) look(readFileSync(file, 'utf8'));
  }
  return [...found].sort().map((name) => `_astro/${name}`);
}
