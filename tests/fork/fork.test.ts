/**
 * Three minutes of a forker, on this machine: a repository made from this one, another field's config, one command that
 * empties the archive, a push; then the daily workflow's own steps, against the local arXiv. No key, and no other edit.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { startArxivServer, type ArxivServer } from '../arxiv-server/arxiv-server.ts';
import { startGithub, type FakeGithub } from './github-server.ts';
import { morning } from '../daily/rehearsal.ts';
import { readWorkflows } from '../workflows/read-workflows.ts';
import { isKept, quantumConfig, quantumPapers } from './quantum.ts';
import { runWorkflow, type WorkflowResult } from './run-workflow.ts';

const now = morning('2026-11-10');
const papers = quantumPapers('2026-10-20', 25);
const daily = readWorkflows().find(({ file }) => file === 'daily.yml')!;
const gitSettings = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_NAME: 'forker', GIT_AUTHOR_EMAIL: 'forker@example.org', GIT_COMMITTER_NAME: 'forker', GIT_COMMITTER_EMAIL: 'forker@example.org' }; // prettier-ignore

let dir: string;
let arxiv: ArxivServer;
let github: FakeGithub;
let first: WorkflowResult;
let second: WorkflowResult;

const git = (cwd: string, ...args: string[]): string =>
  execFileSync('git', args, { cwd, encoding: 'utf8', env: { ...process.env, ...gitSettings }, maxBuffer: 64 << 20 }); // prettier-ignore

/** Every file of this work tree that git would take, as the first commit of a bare repository. */
function makeTemplate(): string {
  const template = join(dir, 'template');
  const files = git('.', 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
  for (const file of files) if (file !== '' && existsSync(file)) cpSync(file, join(template, file));
  git(template, 'init', '--quiet', '--initial-branch=main');
  git(template, 'add', '--all', '--force', '.');
  git(template, 'commit', '--quiet', '-m', 'Initial commit');
  const remote = join(dir, 'remote.git');
  git(dir, 'clone', '--quiet', '--bare', template, remote);
  return remote;
} // prettier-ignore

function fork(remote: string): void {
  const work = join(dir, 'forker');
  git(dir, 'clone', '--quiet', remote, work);
  symlinkSync(resolve('node_modules'), join(work, 'node_modules'));
  writeFileSync(join(work, 'config.yaml'), quantumConfig);
  execFileSync(process.execPath, ['scripts/starter.ts', '--empty', '--replace'], { cwd: work, stdio: 'pipe' }); // prettier-ignore
  // lists of another field, kept by hand: a fork may delete them
  rmSync(join(work, 'data/datasets.yaml'));
  rmSync(join(work, 'data/jobs.yaml'));
  git(work, 'add', '--all', '--', 'config.yaml', 'data');
  git(work, 'commit', '--quiet', '-m', 'Quantum computing');
  git(work, 'push', '--quiet', 'origin', 'HEAD:main');
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'pulse-fork-'));
  arxiv = await startArxivServer({ papers, clock: () => Date.parse(now) });
  github = await startGithub();
  const remote = makeTemplate();
  fork(remote);
  const run = {
    remote,
    repository: 'Quantum-Lab/qc-daily',
    event: 'workflow_dispatch' as const,
    pages: 'workflow' as const,
    environment: {
      ARXIV_API_URL: arxiv.apiUrl,
      ARXIV_FEED_URL: arxiv.atomUrl,
      ARXIV_OAI_URL: arxiv.oaiUrl,
      ARXIV_MIN_INTERVAL_MS: '0',
      GITHUB_API_URL: github.url,
      NOW: now,
    },
  };
  first = await runWorkflow(daily, { ...run, root: join(dir, 'first') });
  second = await runWorkflow(
    { ...daily, jobs: { fetch: daily.jobs['fetch']! } },
    { ...run, event: 'schedule', root: join(dir, 'second') },
  );
}, 900_000);
afterAll(async () => {
  await arxiv?.close();
  await github?.close();
  rmSync(dir, { recursive: true, force: true });
});

const page = (path: string): string => readFileSync(join(first.site ?? '', path), 'utf8');

describe('the first run of a fork', () => {
  it('goes through every job of the workflow', () => {
    const results = Object.fromEntries(Object.entries(first.jobs).map(([id, { result }]) => [id, result])); // prettier-ignore
    expect(results, first.said).toEqual({ fetch: 'success', commit: 'success', build: 'success', deploy: 'success', tell: 'success' }); // prettier-ignore
    expect(first.ran).toContain('fetch › Fetch all sources into data/');
    expect(first.ran).toContain('commit › Merge, commit and push until it lands');
    expect(first.ran).toContain('build › Build the site');
  });

  it('asks nobody but arXiv, and tells no issue', () => {
    expect(arxiv.log.seen.length).toBeGreaterThan(3);
    expect(github.asked.filter((line) => !line.startsWith('GET '))).toEqual([]);
  });

  it('lands one commit on the fork’s branch, which holds the last seven days whole', () => {
    const work = join(dir, 'landed');
    git(dir, 'clone', '--quiet', join(dir, 'remote.git'), work);
    expect(git(work, 'log', '--format=%s').trim().split('\n')).toHaveLength(3);
    const held = [...openSnapshot(join(work, 'data'), { cacheFile: null }).allPapers()];
    const ids = new Set(held.map(({ id }) => id));
    const due = papers.filter(isKept).filter(({ versions: [v1] }) => v1!.announced <= '2026-11-10' && v1!.submitted >= '2026-11-03T06:17:00Z'); // prettier-ignore
    expect(due.length).toBeGreaterThan(20);
    expect(due.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
    const ours = new Set(papers.filter(isKept).map(({ id }) => id));
    expect(held.filter(({ id }) => !ours.has(id))).toEqual([]);
  });

  it('publishes a site of its own field, under its own name and address', () => {
    const home = page('index.html');
    expect(home).toMatch(/<title>[^<]*Quantum Daily[^<]*<\/title>/);
    expect(home).toContain('https://quantum-lab.github.io/qc-daily/');
    expect(home).toContain('Error correction');
    expect(page('zh/index.html')).toContain('量子纠错');
    expect(readdirSync(join(first.site ?? '', 'topics')).toSorted()).toEqual(['error-correction', 'index.html', 'variational']); // prettier-ignore
    expect(page('topics/error-correction/index.html')).toContain('surface code');
    const stats = JSON.parse(page('api/stats.json')) as { success: boolean; stats: object };
    expect(stats.success).toBe(true);
    expect(Object.keys(stats.stats)).toEqual(['error-correction', 'variational']);
  });

  it('leads nowhere outside its base path, on no page', () => {
    const pages = readdirSync(first.site ?? '', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html')); // prettier-ignore
    expect(pages.length).toBeGreaterThan(40);
    const astray = pages.flatMap((name) =>
      [...page(name).matchAll(/ (?:href|src|action)="(\/[^/"][^"]*|\/)"/g)]
        .map(([, path = '']) => path)
        .filter((path) => !path.startsWith('/qc-daily/'))
        .map((path) => `${name}: ${path}`),
    );
    expect(astray).toEqual([]);
  });

  it('names its own address in feeds, sitemap and badges', () => {
    const own = 'https://quantum-lab.github.io/qc-daily/';
    const feeds = ['rss.xml', 'feeds/all.xml', 'feeds/all.atom.xml', 'feeds/all.json', 'sitemap-index.xml']; // prettier-ignore
    for (const file of feeds) {
      const text = page(file);
      expect(text, file).toContain(own);
      const hosts = [...text.matchAll(/https?:\/\/([\w.-]*github\.io[\w/-]*)/g)].map(([url]) => url); // prettier-ignore
      expect(
        hosts.filter((url) => !url.startsWith(own.slice(0, -1))),
        file,
      ).toEqual([]);
    }
    expect(page('feeds/all.xml')).toContain('Quantum Daily');
  });

  it('has nothing left of the field that it was forked from', () => {
    const all =
      ['index.html', 'datasets/index.html', 'jobs/index.html', 'news/index.html', 'topics/index.html', 'feeds/all.opml'] // prettier-ignore
        .map(page)
        .join('\n');
    expect(all).not.toMatch(/robot(?!s" content)|embodied[ -](?!pulse)|机器人/i);
  });
});

describe('its second run', () => {
  it('finds nothing new, and changes nothing', () => {
    expect(second.jobs['fetch'], second.said).toEqual({
      result: 'success',
      outputs: { changed: 'false' },
    });
  });
});
