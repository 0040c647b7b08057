/** What an operator sees of a run without network: one line a source, however many feeds it has. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const FEEDS = 20;
const config = `
site: { title: Rehearsal }
arxiv: { categories: { cs.RO: all } }
topics: [{ id: hands, name: { en: Hands, zh: 灵巧手 }, group: main, include: [dexterous manipulation] }]
groups: [{ id: main, name: { en: Main, zh: 主要 } }]
citations: { enabled: false }
datasets: { huggingface: { tags: [], search: [] } }
news:
  sources:
${Array.from({ length: FEEDS }, (_, n) => `    - { id: feed-${n}, name: Feed ${n}, url: 'https://127.0.0.1:9/feed-${n}' }`).join('\n')}
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pulse-offline-'));
  writeFileSync(join(folder, 'config.yaml'), config);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function update(variables: Record<string, string> = {}) {
  const nowhere = 'http://127.0.0.1:9';
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    DATA_DIR: join(folder, 'data'),
    CACHE_DIR: join(folder, 'cache'),
    CONFIG_FILE: join(folder, 'config.yaml'),
    ARXIV_API_URL: `${nowhere}/api/query`,
    ARXIV_FEED_URL: `${nowhere}/atom`,
    ARXIV_OAI_URL: `${nowhere}/oai`,
    ARXIV_MIN_INTERVAL_MS: '0',
    NOW: '2026-11-24T06:17:00Z',
    ...variables,
  };
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((ended, failed) => {
    const child = spawn(process.execPath, ['scripts/update.ts'], { env });
    const told = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (told.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (told.stderr += text));
    child.on('error', failed).on('close', (code) => ended({ code, ...told }));
  });
}

const about = (text: string, what: RegExp) => text.split('\n').filter((line) => what.test(line));

it('twenty feeds that cannot be reached are one warning, which counts and names them; the rest is in the receipt', async () => {
  const { code, stdout, stderr } = await update();
  expect(code).toBe(0);
  const warnings = about(stderr, /"level":"(?:warn|error)".*news/);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain(`news: ${FEEDS} of ${FEEDS} feeds did not answer as they should`);
  expect(warnings[0]).toContain('feed-0, feed-1, feed-2');
  expect(about(stderr, /arxiv is failing/)).toHaveLength(1);
  expect(about(stdout, /news/).length).toBeLessThan(8);
  const receipts = join(folder, 'data/receipts');
  const [file = ''] = readdirSync(receipts);
  const run = readFileSync(join(receipts, file), 'utf8');
  for (let n = 0; n < FEEDS; n += 1) expect(run).toContain(`"source":"news/feed-${n}"`);
});

it('at debug each feed has its line', async () => {
  const { stderr } = await update({ LOG_LEVEL: 'debug' });
  expect(about(stderr, /news\/feed-\d+ is failing \(it never answered so far\)/)).toHaveLength(
    FEEDS,
  );
});
