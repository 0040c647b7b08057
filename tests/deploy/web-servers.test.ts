/** nginx and Caddy with the configurations of `deploy/`, really started over a built site. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseAllHeaders } from '@netlify/headers-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RESOURCES } from '../../src/api/all-resources.ts';
import { ask } from './request.ts';
import { has, hasBrotli, startCaddy, startNginx, type Served } from './servers.ts';
import { releaseSite, type ReleasedSite } from './sites.ts';

const servers = { nginx: startNginx, caddy: startCaddy };
const wanted = (['nginx', 'caddy'] as const).flatMap((server) =>
  (['', '/pulse'] as const).map((base) => ({ server, base, under: base || '/' })),
);
for (const server of ['nginx', 'caddy'] as const)
  if (!has(server))
    console.warn(`Skipped: ${server} is not installed (apt-get install ${server}).`);
if (!hasBrotli)
  console.warn('nginx is tested without brotli: libnginx-mod-http-brotli-static is not installed.');

/** The earlier product's addresses lie directly below `/api/`. */
const earlier = RESOURCES.map(({ path }) => path).filter((path) => !path.startsWith('api/v1/'));

const sites = new Map<string, ReleasedSite>();
beforeAll(async () => {
  if (!has('nginx') && !has('caddy')) return;
  for (const base of ['', '/pulse'] as const) sites.set(base, await releaseSite(base));
}, 600_000);
afterAll(() => {
  for (const { place } of sites.values())
    rmSync(join(place, '..'), { recursive: true, force: true });
});

const health = (url: string) =>
  promisify(execFile)('sh', ['deploy/health.sh', url]).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
  );

describe.for(wanted)('$server at $under', ({ server, base }) => {
  const isThere = has(server);
  const get = (path: string, headers?: Record<string, string>) => ask(served.url + path, headers);
  let served: Served;
  let site: ReleasedSite;

  beforeAll(async () => {
    if (!isThere) return;
    site = sites.get(base) as ReleasedSite;
    served = await servers[server](site);
  }, 120_000);
  afterAll(() => served?.close());

  it.runIf(isThere)('serves pages at their clean addresses', async () => {
    for (const path of ['/', '/days/2026-11-24/', '/zh/', '/papers/hep-th/9901001/']) {
      const { status, headers, body } = await get(path);
      expect(status, path).toBe(200);
      expect(headers['content-type']).toMatch(/^text\/html; charset=utf-8$/i);
      expect(body).toBe(readFileSync(site.file(`${path}index.html`), 'utf8'));
    }
  });

  it.runIf(isThere)(
    'leads an address without its last slash to the page, on whatever host',
    async () => {
      const { status, headers } = await get('/days/2026-11-24');
      expect([301, 308]).toContain(status);
      expect(headers['location']).toBe(`${base}/days/2026-11-24/`);
    },
  );

  it.runIf(isThere)(
    'answers what is not there with the page for it, status 404, not to be kept',
    async () => {
      const page = readFileSync(site.file('404.html'), 'utf8');
      for (const path of ['/nothing/', '/_astro/gone.css', '/_astro/', '/api/v1/nothing.json']) {
        const { status, headers, body } = await get(path);
        expect(status, path).toBe(404);
        expect(headers['cache-control'], path).toBe('no-cache');
        expect(body).toBe(page);
      }
    },
  );

  it.runIf(isThere)('serves the files of every page that it serves', async () => {
    const { body } = await get('/');
    const files = [...body.matchAll(/(?:src|href)="([^"#?]+\.(?:js|css|svg|png))"/g)].map(
      ([, path]) => path as string,
    );
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      expect(file.startsWith(`${base}/`), file).toBe(true);
      expect((await get(file.slice(base.length))).status, file).toBe(200);
    }
  });

  it.runIf(isThere)('answers the earlier product’s addresses without an ending', async () => {
    expect(earlier.length).toBeGreaterThan(8);
    for (const path of earlier) {
      const { status, headers, body } = await get(`/${path.replace(/\.json$/, '')}?days=30`);
      expect(status, path).toBe(200);
      expect(headers['content-type'], path).toMatch(/^application\/json/);
      expect(JSON.parse(body)).toEqual(JSON.parse(readFileSync(site.file(path), 'utf8')));
    }
  });

  it.runIf(isThere)('sends the headers that Netlify and Cloudflare Pages send', async () => {
    const asset = readdirSync(site.file('_astro')).find((name) => name.endsWith('.css')) ?? '';
    const { headers: rules, errors } = await parseAllHeaders({
      headersFiles: ['public/_headers'],
      configHeaders: [],
      minimal: true,
      netlifyConfigPath: undefined,
    });
    expect(errors).toEqual([]);
    const paths = ['/', `/_astro/${asset}`, '/api/stats.json', '/data/manifest.json', '/feeds/all.xml', '/status.json', '/rss.xml', '/api/v1/nothing.json']; // prettier-ignore
    for (const path of paths) {
      const { status, headers } = await get(path, { 'X-Forwarded-Proto': 'https' });
      for (const rule of rules.filter((one) => covers(one.for, path)))
        for (const [name, value] of Object.entries(rule.values)) {
          if (status === 404 && name === 'Cache-Control') continue;
          if (status === 404 && name === 'Access-Control-Allow-Origin') continue;
          expect(headers[name.toLowerCase()], `${path}: ${name}`).toBe(value);
        }
    }
    expect(new Set(rules.map((rule) => rule.for)).size).toBe(7);
  });

  it.runIf(isThere)('asks for https for ever only where it is https', async () => {
    expect((await get('/')).headers).not.toHaveProperty('strict-transport-security');
  });

  it.runIf(isThere)(
    'sends what was compressed beforehand, and the plain file to who takes nothing else',
    async () => {
      const plain = readFileSync(site.file('index.html'), 'utf8');
      const encodings = server === 'caddy' || hasBrotli ? ['br', 'gzip'] : ['gzip'];
      for (const encoding of encodings) {
        const { headers, body, bytes } = await get('/', { 'Accept-Encoding': encoding });
        expect(headers['content-encoding']).toBe(encoding);
        expect(headers['vary']).toMatch(/accept-encoding/i);
        const ending = encoding === 'br' ? '.br' : '.gz';
        expect(bytes.equals(readFileSync(site.file(`index.html${ending}`)))).toBe(true);
        expect(body).toBe(plain);
      }
      expect((await get('/')).headers).not.toHaveProperty('content-encoding');
    },
  );

  it.runIf(isThere)('tells a browser that its copy is still good', async () => {
    const { etag } = (await get('/')).headers;
    expect(etag).toBeTruthy();
    expect((await get('/', { 'If-None-Match': etag as string })).status).toBe(304);
  });

  it.runIf(isThere)('shows no hidden file', async () => {
    writeFileSync(site.file('.secret'), 'x');
    expect((await get('/.secret')).status).toBe(404);
  });

  it.runIf(isThere && has('curl'))(
    'is healthy, and ill when the record is stale, late, strange or away',
    async () => {
      const stats = site.file('api/stats.json');
      const status = site.file('status.json');
      const [goodStats, goodStatus] = [readFileSync(stats, 'utf8'), readFileSync(status, 'utf8')];
      const due = (at: string) => goodStatus.replace(/("stale_after":)"[^"]*"/, `$1"${at}"`);
      const put = (file: string, text: string) => {
        for (const ending of ['.gz', '.br']) rmSync(file + ending, { force: true });
        writeFileSync(file, text);
      };
      try {
        put(status, due('2999-01-01T00:00:00Z'));
        expect(await health(served.url)).toEqual({ code: 0, said: 'healthy\n' });
        expect((await health(`${served.url}/`)).code).toBe(0);
        put(
          stats,
          goodStats.replace('"success":true', '"success":false,"warning":"no new papers"'),
        );
        expect(await health(served.url)).toEqual({ code: 1, said: 'unhealthy: no new papers\n' });
        put(stats, '<html>');
        expect((await health(served.url)).said).toContain('is not what this project writes');
        put(stats, goodStats);
        put(status, due('2020-01-01T00:00:00Z'));
        expect(await health(served.url)).toMatchObject({ code: 1, said: expect.stringContaining('no run since 2020-01-01') as string }); // prettier-ignore
        expect((await health('http://127.0.0.1:9')).said).toContain('does not answer');
      } finally {
        put(stats, goodStats);
        put(status, goodStatus);
      }
    },
  );
});

/** `/api/*` covers what is below; all other patterns of the file are whole paths. */
function covers(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
