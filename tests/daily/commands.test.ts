import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { startArxivServer, type ArxivServer } from '../arxiv-server/arxiv-server.ts';
import { inventRecords } from '../arxiv-server/invented-records.ts';
import { varnish503 } from '../arxiv-server/faults.ts';
import { morning, rehearsalConfigText } from './rehearsal.ts';

const { papers } = inventRecords({ seed: 8, from: '2026-10-20', days: 25, perWeekday: 10 });
const now = morning('2026-11-10');
/** Nothing listens there. */
const nowhere = 'http://127.0.0.1:9';

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

let server: ArxivServer;
let folder: string;

beforeEach(async () => {
  server = await startArxivServer({ papers, clock: () => Date.parse(now) });
  folder = mkdtempSync(join(tmpdir(), 'pulse-run-'));
  writeFileSync(join(folder, 'config.yaml'), rehearsalConfigText);
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const dataDir = (): string => join(folder, 'data');

function run(
  script: string,
  args: string[] = [],
  variables: Record<string, string> = {},
): Promise<Ended> {
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    DATA_DIR: dataDir(),
    CACHE_DIR: join(folder, 'cache'),
    CONFIG_FILE: join(folder, 'config.yaml'),
    ARXIV_API_URL: server.apiUrl,
    ARXIV_FEED_URL: server.atomUrl,
    ARXIV_OAI_URL: server.oaiUrl,
    ARXIV_MIN_INTERVAL_MS: '0',
    NOW: now,
    ...variables,
  };
  return new Promise((ended, failed) => {
    const child = spawn(process.execPath, [join('scripts', script), ...args], { env });
    const told = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (told.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (told.stderr += text));
    child.on('error', failed);
    child.on('close', (code) => ended({ code, ...told }));
  });
}

const count = (): number => [...openSnapshot(dataDir(), { cacheFile: null }).allPapers()].length;

// each is a process of its own, which takes seconds on a busy machine
vi.setConfig({ testTimeout: 300_000 });

describe('npm run update', () => {
  it('ends with a table of receipts, and says so when there is nothing new', async () => {
    const first = await run('update.ts');
    expect(
      first.stderr
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as unknown),
    ).not.toEqual([]);
    expect(first.stdout).toMatch(/Announcement of 2026-11-10: complete/);
    expect(first.stdout).toMatch(/cs\.RO .*adds up/);
    expect(first.code).toBe(0);
    expect(count()).toBeGreaterThan(20);
    const again = await run('update.ts');
    expect(again.stdout).toBe('Nothing new: the snapshot is as it was.\n');
    expect(again.code).toBe(0);
  });

  it('names itself and where its operator can be reached', async () => {
    appendFileSync(join(folder, 'config.yaml'), '\n');
    await run('update.ts', [], {
      GITHUB_SERVER_URL: 'https://forge.example',
      GITHUB_REPOSITORY: 'ada/pulse',
    });
    expect(server.log.seen[0]?.userAgent).toMatch(
      /^EmbodiedPulse\/\d[\w.]* \(\+https:\/\/forge\.example\/ada\/pulse\)$/,
    );
  });

  it('with a source that fails ends degraded: code 0, the source and its last success named', async () => {
    await run('update.ts');
    const before = count();
    server.fail('any', varnish503());
    const summary = join(folder, 'summary.md');
    const failed = await run('update.ts', [], {
      NOW: morning('2026-11-11'),
      GITHUB_STEP_SUMMARY: summary,
    });
    expect(failed.code).toBe(0);
    expect(readFileSync(summary, 'utf8')).toContain('| arxiv | failing |');
    expect(failed.stderr).toContain(`arxiv is failing (last success ${now})`);
    expect(count()).toBe(before);
  });

  it('without a network keeps what it has and says that nothing answers', async () => {
    const offline = { ARXIV_API_URL: nowhere, ARXIV_FEED_URL: nowhere, ARXIV_OAI_URL: nowhere };
    const ended = await run('update.ts', [], offline);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('arxiv is failing (it never answered so far)');
    expect(ended.stderr).toContain('ECONNREFUSED');
  });

  it('switched off asks nobody', async () => {
    const { code, stderr } = await run('update.ts', [], { AUTO_FETCH_ENABLED: 'false' });
    expect(code).toBe(0);
    expect(stderr).toContain('AUTO_FETCH_ENABLED=false');
    expect(server.log.seen).toEqual([]);
  });

  it.each([
    ['a config with a wrong key', 'nothing: here\n', {}, /config\.yaml:\d+:\d+ {2}nothing/],
    ['a variable that cannot be read', '', { NOW: 'tomorrow' }, /NOW/],
  ])('ends with code 2 for %s, before it asks anyone', async (_, extra, variables, message) => {
    appendFileSync(join(folder, 'config.yaml'), extra);
    const { code, stderr } = await run('update.ts', [], variables);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(2);
    expect(server.log.seen).toEqual([]);
  });

  it('ends with code 1 when the snapshot is damaged, and names the file', async () => {
    await run('update.ts');
    const [shard] = openSnapshot(dataDir(), { cacheFile: null }).shards();
    appendFileSync(join(dataDir(), shard?.path ?? ''), 'x');
    const { code, stderr } = await run('update.ts', [], { NOW: morning('2026-11-11') });
    expect(stderr).toContain(shard?.path);
    expect(code).toBe(1);
  });
});

describe('npm run backfill', () => {
  it('brings what was submitted in a range of days, and goes on where it was broken off', async () => {
    const range = ['--from', '2026-10-20', '--to', '2026-11-01'];
    server.fail('api', varnish503());
    const failed = await run('backfill.ts', range);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('503');
    server.heal();
    const done = await run('backfill.ts', range);
    expect(done.stdout).toMatch(/^\d+ papers added, 0 updated, 0 as they were\.\n$/);
    expect(done.code).toBe(0);
    const days = [...openSnapshot(dataDir(), { cacheFile: null }).allPapers()].map(
      ({ submitted }) => submitted.slice(0, 10),
    );
    expect(days.length).toBeGreaterThan(20);
    expect(days.filter((day) => day < '2026-10-20' || day > '2026-11-01')).toEqual([]);
    expect((await run('backfill.ts', range)).stdout).toMatch(/^0 papers added/);
    const byOai = await run('backfill.ts', [...range, '--via', 'oai']);
    expect(byOai.stdout).toMatch(/^0 papers added/);
  });

  it.each([[[]], [['--from', '2026-10-20', '--to', '2026-10-19']], [['--form', 'x']]])(
    'ends with code 2 for %j',
    async (args) => {
      const { code, stderr } = await run('backfill.ts', args);
      expect(stderr).toContain('usage: npm run backfill');
      expect(code).toBe(2);
    },
  );
});

describe('npm start', () => {
  it('ends with code 2 for a port that is none', async () => {
    const { code, stderr } = await run('start.ts', [], { PORT: 'http' });
    expect(stderr).toContain('PORT: expected a number from 1 to 65535');
    expect(code).toBe(2);
  });
});

describe('an argument that a command does not know', () => {
  it.each(['backfill', 'doctor', 'explain', 'repair', 'restore', 'starter'])(
    'npm run %s names it and ends with code 2',
    async (command) => {
      const { code, stderr } = await run(`${command}.ts`, ['--nonsense']);
      expect(stderr).toContain('--nonsense');
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(code).toBe(2);
    },
  );
});
