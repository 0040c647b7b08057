import { readFileSync, writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git, site, write } from '../../tests/doctor/site.ts';
import { wellFacts } from '../../tests/health/facts.ts';
import { ConfigError } from '../config/config-error.ts';
import { parseConfig } from '../config/parse-config.ts';
import { EnvError } from '../env/env-error.ts';
import { HttpFailure } from '../http/http-failure.ts';
import type { HttpResponse } from '../http/request-options.ts';
import { recordHealth } from '../health/record-health.ts';
import { lastRunOf, statusOf } from '../health/status.ts';
import { checkAddress } from './check-address.ts';
import { checkClock } from './check-clock.ts';
import { checkConfig } from './check-config.ts';
import { checkData } from './check-data.ts';
import { judgeDisk } from './check-disk.ts';
import { checkGit } from './check-git.ts';
import { checkHosting } from './check-hosting.ts';
import { judgeNode } from './check-node.ts';
import { judgePackages } from './check-packages.ts';
import { checkPublished } from './check-published.ts';
import { checkRecord } from './check-record.ts';
import { checkRepository } from './check-repository.ts';
import { checkSources } from './check-sources.ts';
import { checkWorkflows } from './check-workflows.ts';
import type { Check, DoctorContext } from './context.ts';
import { examine, exitCodeOf } from './examine.ts';

const found = async (check: Check, context: DoctorContext, changes: Partial<DoctorContext> = {}) =>
  check.look({ ...context, ...changes });
const config = parseConfig(readFileSync('config.yaml', 'utf8'), 'config.yaml');

it('a site that is well has no problem and no warning', async () => {
  const checks = [
    checkConfig,
    checkAddress,
    checkHosting,
    checkWorkflows,
    checkGit,
    checkData,
    checkRecord,
    checkClock,
  ];
  const all = await examine(checks, { ...site(), config });
  expect(all.filter(({ level }) => level === 'problem' || level === 'warning')).toEqual([]);
  expect(exitCodeOf(all)).toBe(0);
});

it('a check that breaks is told of, and the others still look', async () => {
  const broken: Check = {
    name: 'broken',
    look: () => {
      throw new Error('no such thing');
    },
  };
  const all = await examine([broken, checkHosting], site());
  expect(all[0]).toMatchObject({
    check: 'broken',
    level: 'problem',
    what: expect.stringContaining('no such thing'),
  });
  expect(all.length).toBeGreaterThan(1);
  expect(exitCodeOf(all)).toBe(1);
});

describe('config', () => {
  it('names each line that is wrong', async () => {
    const refusal = new ConfigError('config.yaml', [
      { line: 3, column: 5, path: 'site.url', message: 'expected a URL' },
    ]);
    expect(await found(checkConfig, site(), { refusal })).toMatchObject([
      { level: 'problem', where: 'config.yaml:3:5', what: 'site.url: expected a URL' },
    ]);
  });

  it('names each variable that cannot be read, and a clock that is replaced', async () => {
    const refusal = new EnvError([
      { name: 'LOG_LEVEL', message: 'expected debug, info, warn or error' },
    ]);
    const environment = { NOW: '2023-01-01T00:00:00Z' };
    expect(await found(checkConfig, site(), { refusal, environment })).toMatchObject([
      { level: 'problem', where: 'environment variable LOG_LEVEL' },
      { level: 'note', what: expect.stringContaining('replaces the clock') },
    ]);
  });
});

describe('data', () => {
  it('names a file with one flipped bit, and says that git holds it', async () => {
    const context = site();
    const file = join(context.dataDir, 'papers/2023/2023-01-02.ndjson');
    const bytes = readFileSync(file);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await found(checkData, context)).toMatchObject([
      { level: 'problem', where: file, remedy: expect.stringContaining('npm run repair') },
    ]);
  });

  it('notes a lock that was left behind', async () => {
    const context = site();
    write(context, 'data/.lock', '{}');
    expect(await found(checkData, context)).toMatchObject([{ level: 'note' }, { level: 'ok' }]);
  });
});

describe('record', () => {
  it('warns of a mailing that is missing', async () => {
    expect(await found(checkRecord, site(), { now: '2023-01-05T20:00:00Z' })).toMatchObject([
      { level: 'warning', what: expect.stringContaining('behind') },
    ]);
  });

  it('warns when the table of holidays ends', async () => {
    const told = await found(checkRecord, site(), { now: '2026-12-20T20:00:00Z' });
    expect(told.at(-1)).toMatchObject({
      where: 'src/calendar/no-mailing-days.ts',
      level: 'warning',
    });
  });
});

describe('git', () => {
  it('notes data that are not committed', async () => {
    const context = site();
    write(context, 'data/papers/2023/2023-01-02.ndjson', '');
    expect(await found(checkGit, context)).toMatchObject([
      { level: 'note', what: '1 files of the data are not committed.' },
    ]);
  });

  it('notes a shallow clone', async () => {
    const context = site();
    git(context.root, 'commit', '--quiet', '--allow-empty', '-m', 'more');
    const root = join(context.root, 'shallow');
    git(context.root, 'clone', '--quiet', '--depth=1', `file://${context.root}`, root);
    expect(await found(checkGit, context, { root, dataDir: join(root, 'data') })).toMatchObject([
      { what: expect.stringContaining('shallow') },
    ]);
  });

  it('warns when there is no repository', async () => {
    const context = site();
    rmSync(join(context.root, '.git'), { recursive: true });
    expect(await found(checkGit, context)).toMatchObject([
      { level: 'warning', remedy: expect.stringContaining('backup') },
    ]);
  });
});

describe('address', () => {
  it.each([
    ['is no address', { SITE_URL: 'example' }, '', 'problem', 'not an address'],
    ['is not known', {}, '', 'note', 'localhost'],
    ['is not https', { SITE_URL: 'http://example.org' }, '', 'warning', 'not https'],
    [
      'differs from CNAME',
      { SITE_URL: 'https://example.org' },
      'papers.example.org',
      'warning',
      'papers.example.org',
    ],
    [
      'has a CNAME that is no host',
      { SITE_URL: 'https://example.org' },
      'https://example.org/x',
      'problem',
      'not the name of a host',
    ],
    [
      'has a base below a host of its own',
      { BASE_PATH: '/pulse' },
      'papers.example.org',
      'warning',
      '/pulse/',
    ],
  ])('%s', async (_, environment, cname, level, what) => {
    const context = site();
    if (cname !== '') write(context, 'public/CNAME', `${cname}\n`);
    expect(await found(checkAddress, context, { environment })).toMatchObject([
      { level, what: expect.stringContaining(what) },
    ]);
  });
});

describe('hosting', () => {
  it.each([
    ['publish = "dist"', 'publish = "build"', 'would publish "build"'],
    ['command = "npm run build"', 'command = "hugo"', 'would not build'],
    ['NODE_VERSION = "24"', 'NODE_VERSION = "18"', 'too old'],
  ])('tells of %s replaced by %s', async (good, bad, what) => {
    const context = site();
    write(context, 'netlify.toml', readFileSync('netlify.toml', 'utf8').replace(good, bad));
    expect((await found(checkHosting, context))[0]?.what).toContain(what);
  });
});

describe('workflows', () => {
  const daily = '.github/workflows/daily.yml';
  const text = readFileSync(daily, 'utf8');

  it.each([
    [
      'a lost permission',
      text.replace('contents: write', 'contents: read'),
      'lacks contents: write',
    ],
    ['no schedule', text.replace(/ {2}schedule:\n(?: {4}.*\n)+/, ''), 'no schedule'],
    ['runs too early only', text.replaceAll(/cron: '(\d+) \d+ /g, "cron: '$1 3 "), '06:00 UTC'],
    ['what is no YAML', 'on: [', 'no workflow'],
  ])('tells of %s', async (_, broken, what) => {
    const context = site();
    write(context, daily, broken);
    expect((await found(checkWorkflows, context)).map((one) => one.what).join()).toContain(what);
  });

  it('tells of a schedule that the environment names and GitHub does not read', async () => {
    const environment = { AUTO_FETCH_SCHEDULE: '0 9 * * *' };
    expect(await found(checkWorkflows, site(), { environment })).toMatchObject([
      { level: 'warning', what: expect.stringContaining('0 9 * * *') },
    ]);
  });

  it('says how to switch a schedule on again that slept in', async () => {
    const now = new Date(Date.now() + 70 * 86_400_000).toISOString();
    expect(await found(checkWorkflows, site(), { now })).toMatchObject([
      { level: 'warning', remedy: expect.stringContaining('Enable workflow') },
    ]);
  });
});

describe('clock', () => {
  it('is wrong when papers are from its future', async () => {
    expect(await found(checkClock, site(), { now: '2022-01-02T20:00:00Z' })).toMatchObject([
      { level: 'problem' },
    ]);
  });

  it('is compared with a server', async () => {
    const answer: HttpResponse = {
      status: 200,
      headers: { date: 'Mon, 02 Jan 2023 21:00:00 GMT' },
      body: '',
      url: '',
      notModified: false,
    };
    const client = { get: async () => answer };
    const told = await found(checkClock, site(), { client, config, offline: false });
    expect(told).toMatchObject([
      { level: 'warning', what: expect.stringContaining('60 minutes behind') },
    ]);
  });
});

describe('sources', () => {
  const failure = (url: string, kind: 'network' | 'throttled') =>
    new HttpFailure({ method: 'GET', url, kind, what: 'connection refused', again: 'never' }, 1);
  const answer: HttpResponse = { status: 200, headers: {}, body: '', url: '', notModified: false };

  it('that fail are warned of one by one, those that ask for patience are not', async () => {
    const client = {
      get: async (url: string) => {
        if (url.includes('rss.arxiv.org')) throw failure(url, 'network');
        if (url.includes('api/query')) throw failure(url, 'throttled');
        return answer;
      },
    };
    const told = await found(checkSources, site(), { client, config, offline: false });
    expect(told.slice(0, 3).map(({ level }) => level)).toEqual(['warning', 'note', 'ok']);
  });

  it('are one note when nothing can be reached, and none are asked when told so', async () => {
    const client = { get: async (url: string) => Promise.reject(failure(url, 'network')) };
    expect(await found(checkSources, site(), { client, config, offline: false })).toMatchObject([
      { level: 'note', what: expect.stringContaining('offline') },
    ]);
    expect(await found(checkSources, site(), { client, config, offline: true })).toMatchObject([
      { where: '--offline' },
    ]);
  });
});

describe('every source of the config', () => {
  it('is asked: arXiv, citations, feeds, boards and the hub', async () => {
    const asked: string[] = [];
    const answer: HttpResponse = {
      status: 200,
      headers: {},
      body: '',
      url: '',
      notModified: false,
    };
    const client = {
      get: async (url: string) => {
        asked.push(url);
        return answer;
      },
    };
    const told = await found(checkSources, site(), { client, config, offline: false });
    const { news, jobs } = config;
    expect(told).toHaveLength(
      5 + news.sources.length + jobs.github.length + jobs.greenhouse.length + jobs.lever.length,
    );
    for (const host of [
      'huggingface.co',
      'boards-api.greenhouse.io',
      'api.lever.co',
      'semanticscholar',
    ])
      expect(
        asked.some((url) => url.includes(host)),
        host,
      ).toBe(true);
  });
});

describe('repository', () => {
  const settings = {
    default_branch: 'main',
    has_issues: true,
    has_pages: true,
    archived: false,
  };
  const environment = { GITHUB_REPOSITORY: 'someone/pulse', GITHUB_API_URL: 'https://api.test' };
  const gitHub = (answers: Record<string, unknown>) => ({
    get: async (url: string): Promise<HttpResponse> => {
      const body = answers[url.replace('https://api.test/repos/someone/pulse', '')];
      if (body === undefined)
        throw new HttpFailure(
          { method: 'GET', url, kind: 'not-found', what: '404', again: 'never', status: 404 },
          1,
        );
      return { status: 200, headers: {}, body: JSON.stringify(body), url, notModified: false };
    },
  });
  const right = {
    '': settings,
    '/actions/workflows/daily.yml': { state: 'active' },
    '/pages': { build_type: 'workflow' },
  };
  const look = (answers: Record<string, unknown>) =>
    found(checkRepository, site(), {
      client: gitHub(answers),
      config,
      environment,
      offline: false,
    });

  it('that is set up right is well', async () => {
    expect(await look(right)).toMatchObject([{ level: 'ok' }]);
  });

  it.each([
    [
      'a schedule that slept in',
      '/actions/workflows/daily.yml',
      { state: 'disabled_inactivity' },
      'problem',
      'Enable workflow',
    ],
    ['Pages built from a branch', '/pages', { build_type: 'legacy' }, 'problem', 'GitHub Actions'],
    [
      'workflows of a fork that were never enabled',
      '/actions/workflows/daily.yml',
      undefined,
      'warning',
      'enable workflows',
    ],
    ['Pages that cannot be asked about', '/pages', undefined, 'note', 'GitHub Actions'],
    ['Issues switched off', '', { ...settings, has_issues: false }, 'warning', 'Issues'],
    ['another default branch', '', { ...settings, default_branch: 'trunk' }, 'warning', 'main'],
    ['Pages switched off', '', { ...settings, has_pages: false }, 'note', 'DEPLOY=none'],
    ['an archive', '', { ...settings, archived: true }, 'problem', 'Unarchive'],
    ['a repository that is private', '', undefined, 'note', 'GITHUB_TOKEN'],
    ['an answer of another form', '', { message: 'hello' }, 'note', 'GITHUB_TOKEN'],
  ])('tells of %s, with the remedy', async (_, path, answer, level, remedy) => {
    const told = await look({ ...right, [path]: answer });
    expect(told).toMatchObject([{ level, remedy: expect.stringContaining(remedy) }]);
  });
});

describe('published', () => {
  const at = (body: string | null) => ({
    get: async (url: string): Promise<HttpResponse> => {
      if (body === null)
        throw new HttpFailure(
          { method: 'GET', url, kind: 'not-found', what: '404 Not Found', again: 'never' },
          1,
        );
      return { status: 200, headers: {}, body, url, notModified: false };
    },
  });
  const facts = wellFacts();
  const text = JSON.stringify(
    statusOf({
      health: recordHealth(facts),
      asOf: lastRunOf(facts.manifest, facts.receipts),
      receipts: facts.receipts,
      files: {},
      papers: 2,
      announcementDays: 1,
      version: '0.1.0',
    }),
  );
  const look = (body: string | null, now = '2026-11-24T20:00:00Z') =>
    found(checkPublished, site(), { client: at(body), config, now, offline: false });

  it('is well when it is as new as the calendar says, and warned of when it is not, or not there', async () => {
    expect(await look(text)).toMatchObject([{ level: 'ok' }]);
    expect(await look(text, '2026-12-03T20:00:00Z')).toMatchObject([{ level: 'warning' }]);
    expect(await look('<html>')).toMatchObject([{ level: 'warning' }]);
    expect(await look(null)).toMatchObject([
      { level: 'warning', remedy: expect.stringContaining('SITE_URL') },
    ]);
  });
});

describe('this machine', () => {
  it('needs a Node that runs TypeScript', () => {
    expect(judgeNode('24.21.0').level).toBe('ok');
    expect(judgeNode('20.19.2')).toMatchObject({
      level: 'problem',
      remedy: expect.stringContaining('npm run'),
    });
  });

  it('needs room', () => {
    expect([5e10, 1e9, 1e7].map((free) => judgeDisk(free, '.').level)).toEqual([
      'ok',
      'warning',
      'problem',
    ]);
  });

  it('needs packages that are not hollow', async () => {
    const load = async (name: string) => {
      if (name.includes('duckdb')) throw new Error('Cannot find module duckdb.node');
    };
    expect(await judgePackages({ load, isThere: () => false })).toMatchObject([
      { level: 'problem', where: 'node_modules/@duckdb/node-api' },
      { level: 'problem', where: expect.stringContaining('@pagefind/') },
    ]);
  });
});
