/** A folder that the doctor looks at: a small site of our own, well unless a test spoils it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DoctorContext } from '../../src/doctor/context.ts';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { inventedPaper } from '../../src/store/fixtures/invented-papers.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { source } from '../health/facts.ts';

export function git(root: string, ...args: string[]): string {
  const identity = [
    '-c',
    'user.name=o',
    '-c',
    'user.email=o@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  return execFileSync('git', [...identity, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

/** A committed site whose newest listing is of Monday, 2 January 2023, on that day. */
export function site(): DoctorContext {
  const root = mkdtempSync(join(tmpdir(), 'pulse-doctor-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const dataDir = join(root, 'data');
  mkdirSync(join(root, '.github'), { recursive: true });
  mkdirSync(join(root, 'public'));
  cpSync('.github/workflows', join(root, '.github/workflows'), { recursive: true });
  cpSync('netlify.toml', join(root, 'netlify.toml'));
  commitSnapshot(dataDir, {
    base: openSnapshot(dataDir, { cacheFile: null }),
    papers: [inventedPaper(0, 1), inventedPaper(0, 2)],
    sources: { arxiv: source('new', '2023-01-02T06:31:00Z') },
  });
  git(root, 'init', '--quiet');
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '-m', 'begin', '--date=2023-01-02T00:00:00Z');
  return {
    root,
    dataDir,
    configFile: 'config.yaml',
    environment: { SITE_URL: 'https://example.org' },
    config: null,
    refusal: null,
    client: null,
    now: '2023-01-02T20:00:00Z',
    offline: true,
  };
}

export function write(context: DoctorContext, path: string, text: string): void {
  writeFileSync(join(context.root, path), text);
}
