import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { paperRow, writeDatabase } from './earlier-database.ts';

// each is a process of its own, which takes seconds on a busy machine
vi.setConfig({ testTimeout: 300_000 });

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pulse-import-'));
  copyFileSync('config.yaml', join(dir, 'config.yaml'));
  writeDatabase(join(dir, 'papers.db'), 'later', { papers: [paperRow({}), paperRow({ id: 'x', pdf_url: '' })] }); // prettier-ignore
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const run = (args: string[], variables: Record<string, string> = {}) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((ended) => {
    const env = { PATH: process.env['PATH'], DATA_DIR: join(dir, 'data'), CONFIG_FILE: join(dir, 'config.yaml'), NOW: '2026-11-27T08:00:00Z', ...variables }; // prettier-ignore
    execFile(process.execPath, ['scripts/import.ts', ...args], { env }, (error, stdout, stderr) =>
      ended({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
const ids = () => [...openSnapshot(join(dir, 'data'), { cacheFile: null }).allPapers()].map(({ id }) => id); // prettier-ignore

describe('npm run import', () => {
  it('reports, writes unless told not to, and the second time finds nothing to do', async () => {
    const file = join(dir, 'papers.db');
    const dry = await run([file, '--dry-run']);
    expect(dry.stdout).toContain('papers: 2 rows = 1 new');
    expect(dry.stdout).toContain('Nothing was written');
    expect(ids()).toEqual([]);
    const done = await run([file]);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    expect(done.stdout).toContain('refused: x “A Patient Gripper”: no column holds an arXiv id');
    expect(ids()).toEqual(['2511.01234']);
    const again = await run([], { DATABASE_URL: `sqlite:///${file}` });
    expect(again.stdout).toContain('holds all of it already');
  });

  it('shows what would become of an earlier config, and writes it when told to', async () => {
    const old = join(dir, 'old.yaml');
    writeFileSync(old, 'keywords: {SLAM: {filters: [Visual SLAM]}}\nmax_results: 10\n');
    const before = readFileSync(join(dir, 'config.yaml'), 'utf8');
    const shown = await run(['--config', old]);
    expect(shown.stdout).toMatch(/^\+ +- Visual SLAM$/m);
    expect(shown.stdout).toMatch(/^-groups:$/m);
    expect(readFileSync(join(dir, 'config.yaml'), 'utf8')).toBe(before);
    expect((await run(['--config', old, '--write'])).code).toBe(0);
    expect(readFileSync(join(dir, 'config.yaml'), 'utf8')).toContain('- Visual SLAM');
  });

  it('ends with 2 for wrong usage and with 1 for a file that is none, without a stack', async () => {
    for (const args of [[], ['a.db', 'b.db'], ['--unknown'], ['a.db', '--config', 'b.yaml']]) {
      const { code, stderr } = await run(args);
      expect(code, args.join(' ')).toBe(2);
      expect(stderr).toContain('usage: npm run import');
    }
    const { code, stderr } = await run([join(dir, 'config.yaml')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^\S+ is not a SQLite file\.\n$/);
  });
});
