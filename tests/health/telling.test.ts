/** `tell` and `freshness` as commands, against a GitHub and a published site that are stand-ins on the wire. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inventedPaper } from '../../src/store/fixtures/invented-papers.ts';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { source } from './facts.ts';

interface Issue {
  number: number;
  title: string;
  body: string;
  state: string;
  labels: string[];
}

let folder: string;
let issues: Issue[];
let refusal = 0;
let published: { status: number; body: string };
let server: Server;
let address: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pulse-tell-'));
  issues = [];
  refusal = 0;
  published = { status: 404, body: '' };
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const url = new URL(request.url ?? '/', address);
  const send = (status: number, value: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof value === 'string' ? value : JSON.stringify(value));
  };
  if (url.pathname === '/pulse/status.json') return send(published.status, published.body);
  if (refusal > 0) return send(refusal, { message: 'no' });
  const given = (text === '' ? {} : JSON.parse(text)) as Partial<Issue>;
  const number = Number(/issues\/(\d+)/.exec(url.pathname)?.[1]);
  if (request.method === 'GET') {
    const label = url.searchParams.get('labels') ?? '';
    return send(
      200,
      issues.filter((one) => one.state === 'open' && one.labels.includes(label)),
    );
  }
  if (request.method === 'POST' && !Number.isNaN(number)) return send(201, {});
  if (request.method === 'POST') {
    issues.push({
      number: issues.length + 1,
      state: 'open',
      title: '',
      body: '',
      labels: [],
      ...given,
    });
    return send(201, issues.at(-1));
  }
  Object.assign(issues[number - 1] ?? {}, given);
  return send(200, {});
}

function command(
  script: string,
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [`scripts/${script}`], {
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: join(folder, 'data'),
      GITHUB_REPOSITORY: 'someone/pulse',
      GITHUB_TOKEN: 'secret',
      GITHUB_API_URL: address,
      GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      ...env,
    },
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (out += chunk.toString()));
  return new Promise((ended) => child.on('close', (code) => ended({ code, out })));
}

/** A snapshot whose newest listing is of 3 January 2023, a Tuesday. */
function snapshot(state: 'new' | 'failing' = 'new'): void {
  const dir = join(folder, 'data');
  commitSnapshot(dir, {
    base: openSnapshot(dir, { cacheFile: null }),
    papers: [inventedPaper(1, 1)],
    sources: { arxiv: source(state, '2023-01-03T06:31:00Z') },
  });
}

describe('tell', () => {
  it('opens one issue for a job that failed and a mailing that is missing, and closes it on recovery', async () => {
    snapshot('failing');
    const jobs = JSON.stringify({ fetch: { result: 'success' }, deploy: { result: 'failure' } });
    const bad = { NOW: '2023-01-05T18:00:00Z', JOB_RESULTS: jobs };
    expect(await command('tell.ts', bad)).toMatchObject({ code: 0 });
    expect(issues).toHaveLength(1);
    expect(issues[0]?.title).toBe('The record needs a look: job deploy, arxiv');
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain(
      'an issue was opened (2 problems)',
    );
    snapshot('new');
    const good = { NOW: '2023-01-03T18:00:00Z', JOB_RESULTS: '{"fetch":{"result":"success"}}' };
    expect(await command('tell.ts', good)).toMatchObject({ code: 0 });
    expect(issues.map(({ state }) => state)).toEqual(['closed']);
  });

  it('ends with an error when there is something to tell and GitHub does not take it', async () => {
    snapshot();
    refusal = 403;
    const { code, out } = await command('tell.ts', { NOW: '2023-01-09T18:00:00Z' });
    expect(code).toBe(1);
    expect(out).toContain('issues: write');
  });

  it('is content in a repository without issues while there is nothing to tell', async () => {
    snapshot();
    refusal = 410;
    expect(await command('tell.ts', { NOW: '2023-01-03T18:00:00Z' })).toMatchObject({ code: 0 });
  });
});

describe('freshness', () => {
  const site = () => ({ SITE_URL: address, BASE_PATH: '/pulse', NOW: '2023-01-05T18:00:00Z' });

  it('opens an issue of its own when there is no status at the published address', async () => {
    expect(await command('freshness.ts', site())).toMatchObject({ code: 0 });
    expect(issues).toMatchObject([
      { labels: ['site-freshness'], body: expect.stringContaining('HTTP 404') },
    ]);
  });

  it('looks at nothing when the site is deployed elsewhere and no address is known', async () => {
    const { code, out } = await command('freshness.ts', { DEPLOY: 'none' });
    expect(code).toBe(0);
    expect(out).toContain('SITE_URL');
    expect(issues).toEqual([]);
  });
});
