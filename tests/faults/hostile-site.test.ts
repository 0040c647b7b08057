/** A site whose every record holds strings that would run a script, opened in a browser page by page. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { buildSite } from '../e2e/build-site.ts';
import { hostileDay } from '../e2e/invented-site.ts';
import { serveSite } from '../e2e/serve-site.ts';
import { HIT, HOSTILE_STRINGS } from '../hostile/strings.ts';
import { hostilePapers, hostileRun, hostileSections } from './hostile-records.ts';
import { report } from './trials.ts';

const CHROME = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
const BASE = '/pulse/';
/** Of the papers' own pages, that many are opened; all are read. */
const PAPERS = Number(process.env['FAULTS_PAPER_PAGES'] ?? 40);
const hasBrowser = existsSync(CHROME);

let dir: string;
let site: string;
let server: Awaited<ReturnType<typeof serveSite>> | undefined;
let browser: Browser | undefined;

beforeAll(async () => {
  if (!hasBrowser) return console.warn(`There is no browser at ${CHROME}: no page is opened.`);
  // beside the repository: the build moves files, and no file moves from one disk to another
  mkdirSync('reports', { recursive: true });
  dir = mkdtempSync(resolve('reports', 'hostile-'));
  site = process.env['FAULTS_SITE'] ?? (await builtSite());
  server = await serveSite(site, BASE);
  browser = await chromium.launch({ executablePath: CHROME, args: ['--no-sandbox'] });
}, 900_000);
afterAll(async () => {
  if (!hasBrowser) return;
  await browser?.close();
  server?.close();
  rmSync(dir, { recursive: true, force: true });
});

/** A new page of the browser, and the address of the site. */
async function opened(): Promise<{ page: Page; url: string }> {
  if (!browser || !server) throw new Error('the site is not served');
  return { page: await browser.newPage(), url: server.url };
}

async function builtSite(): Promise<string> {
  const data = join(dir, 'data');
  mkdirSync(data);
  commitSnapshot(data, {
    base: openSnapshot(data, { cacheFile: null }),
    papers: hostilePapers,
    records: hostileSections,
    receipts: [hostileRun],
  });
  return buildSite(dir, BASE);
}

/** Every page of the site, below its root. */
function pagesOf(): { papers: string[]; others: string[] } {
  const all = readdirSync(site, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.html'))
    .sort();
  return {
    papers: all.filter((name) => name.startsWith('papers/')),
    others: all.filter((name) => !name.startsWith('papers/')),
  };
}

interface Seen {
  hits: Set<number>;
  dialogs: string[];
  refused: string[];
  links: string[];
}

/** Counts what runs: the marker that every string calls, dialogs, and what the policy stopped. */
async function watch(page: Page, seen: Seen): Promise<void> {
  await page.exposeFunction('__seen', (n: number) => void seen.hits.add(n));
  await page.exposeFunction('__refused', (what: string) => void seen.refused.push(what));
  await page.addInitScript((name) => {
    const target = globalThis as unknown as Record<string, (value: unknown) => void>;
    target[name] = (n) => target['__seen']?.(n);
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      target['__refused']?.(`${effectiveDirective} ${blockedURI}`),
    );
  }, HIT);
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
}

const addressesIn = (page: Page): Promise<string[]> =>
  page.$$eval('[href], [src], [action], [formaction], [data], [poster]', (elements) =>
    elements.flatMap((element) =>
      ['href', 'xlink:href', 'src', 'action', 'formaction', 'data', 'poster'].flatMap((name) => {
        const value = element.getAttribute(name);
        return value === null ? [] : [new URL(value, document.baseURI).href];
      }),
    ),
  );

const nothing = (): Seen => ({ hits: new Set(), dialogs: [], refused: [], links: [] });
const isBad = (href: string): boolean => !/^(?:https?:|mailto:[^?]*$)/i.test(href);

describe.skipIf(!hasBrowser)(
  `${HOSTILE_STRINGS.length} strings in every field of every record`,
  () => {
    it('run nothing and make no strange link on any page', async () => {
      const { papers, others } = pagesOf();
      const step = Math.max(1, Math.floor(papers.length / PAPERS));
      const visited = [...others, ...papers.filter((_, n) => n % step === 0)];
      const { page, url } = await opened();
      const seen = nothing();
      await watch(page, seen);
      const wrong: string[] = [];
      const kinds = new Set<string>();
      for (const name of visited) {
        await page.goto(`${url}${name.replace(/index\.html$/, '')}`, { waitUntil: 'load' });
        seen.links.push(...(await addressesIn(page)).filter(isBad));
        kinds.add(
          name
            .split('/')
            .slice(0, name.startsWith('zh/') ? 2 : 1)
            .join('/'),
        );
        const { hits, dialogs, refused, links } = seen;
        const found = [...hits].map((n) => `string ${n} ran`).concat(dialogs, refused, links);
        if (found.length > 0) wrong.push(`${name}: ${found.join(', ')}`);
        hits.clear();
        for (const list of [dialogs, refused, links]) list.length = 0;
      }
      // what is made in the browser: a search, and rows that unfold
      await page.goto(`${url}search/?q=Hostile`, { waitUntil: 'load' });
      await page.waitForTimeout(1500);
      await page.goto(`${url}days/${hostileDay}/`, { waitUntil: 'load' });
      for (const summary of (await page.$$('main summary')).slice(0, 30)) await summary.click();
      await page.waitForTimeout(500);
      seen.links.push(...(await addressesIn(page)).filter(isBad));
      const inBrowser = [...seen.hits].map(String).concat(seen.dialogs, seen.refused, seen.links);
      if (inBrowser.length > 0) wrong.push(`in the browser: ${inBrowser.join(', ')}`);
      await page.close();

      const plain = await plainPages();
      report({
        class:
          'strings that would run a script, in every field of papers, news, jobs, datasets and receipts, in Chromium',
        order: 60,
        size: `${HOSTILE_STRINGS.length} strings on ${visited.length} pages of ${kinds.size} kinds`,
        trials: visited.length,
        held: visited.length - wrong.length,
        baseline: plain,
      });
      expect(wrong).toEqual([]);
      expect(plain.held).toBeLessThan(plain.trials);
    });

    it('stand in no attribute that runs or leads elsewhere, on any page as it is written', () => {
      const { papers, others } = pagesOf();
      const wrong: string[] = [];
      for (const name of [...papers, ...others]) {
        const parser = new Parser({
          onopentag(tag, attributes) {
            for (const [key, value] of Object.entries(attributes)) {
              if (/^on/i.test(key)) wrong.push(`${name}: <${tag} ${key}>`);
              const leads = ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(key);
              if (leads && isBad(new URL(value, 'https://pulse.example.org').href))
                wrong.push(`${name}: ${key}=${value}`);
            }
          },
        });
        parser.end(readFileSync(join(site, name), 'utf8'));
      }
      expect(papers.length).toBeGreaterThan(HOSTILE_STRINGS.length);
      expect(wrong).toEqual([]);
    });
  },
);

/** The same strings on pages that put text together as it comes. */
async function plainPages(): Promise<{ trials: number; held: number }> {
  const { page, url } = await opened();
  const seen = nothing();
  await watch(page, seen);
  // scripts of a document that is set do not get what is added to a page before it is loaded
  await page.goto(`${url}404.html`);
  let held = 0;
  for (const text of HOSTILE_STRINGS) {
    seen.hits.clear();
    await page.route('**/plain', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><title>${text}</title><h1>${text}</h1><a href="${text}" title="${text}">paper</a>`,
      }),
    );
    await page.goto(`${url}plain`, { waitUntil: 'load' }).catch(() => null);
    const strange = (await addressesIn(page).catch(() => [])).some(isBad);
    if (seen.hits.size === 0 && !strange) held += 1;
    await page.unroute('**/plain');
  }
  await page.close();
  return { trials: HOSTILE_STRINGS.length, held };
}
