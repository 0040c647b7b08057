/** What else stands in deploy/ and beside it: units, scripts, the settings of hosts. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { afterEach, describe, expect, it } from 'vitest';
import { has } from './servers.ts';

const folders: string[] = [];
const folder = (): string => {
  const dir = mkdtempSync(join(tmpdir(), 'pulse-files-'));
  folders.push(dir);
  return dir;
};
afterEach(() => {
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
});
const scripts = readdirSync('deploy', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.sh'))
  .map((name) => join('deploy', name));

describe.runIf(has('systemd-analyze'))('the units of systemd', () => {
  const verify = (file: string) =>
    spawnSync('systemd-analyze', ['verify', '--recursive-errors=no', file], { encoding: 'utf8' });

  it.each(['embodied-pulse.service', 'embodied-pulse.timer'])('%s is valid', (name) => {
    const { status, stderr } = verify(resolve('deploy/systemd', name));
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('would not be, with a mistake', () => {
    const dir = folder();
    const text = readFileSync('deploy/systemd/embodied-pulse.service', 'utf8');
    writeFileSync(join(dir, 'pulse.service'), text.replace('Type=oneshot', 'Typ=oneshot'));
    expect(verify(join(dir, 'pulse.service')).stderr).toMatch(/Unknown key.*'Typ'/);
  });
});

it.runIf(has('shellcheck')).each(scripts)('%s passes shellcheck', (file) => {
  const { status, stdout } = spawnSync('shellcheck', ['--shell=sh', file], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

describe('deploy/nginx/render.sh', () => {
  const render = (env: Record<string, string>) =>
    spawnSync('sh', ['deploy/nginx/render.sh'], {
      env: { PATH: process.env['PATH'], ...env },
      encoding: 'utf8',
    });

  it.each(['/', '', '/pulse', 'pulse', '/pulse/'])('takes the base path %j', (base) => {
    const { status, stdout } = render({ SITE_ROOT: '/srv/pulse/site/current', BASE_PATH: base });
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/@[A-Z_]+@/);
    const page = /error_page .* (\S+);/.exec(stdout)?.[1];
    expect(page).toBe(base.includes('pulse') ? '/pulse/404.html' : '/404.html');
  });

  it.each([
    [{}, 'SITE_ROOT must be the absolute path'],
    [{ SITE_ROOT: 'dist' }, 'SITE_ROOT must be the absolute path'],
    [{ SITE_ROOT: '/srv/a;b' }, 'SITE_ROOT and BASE_PATH may hold'],
    [{ SITE_ROOT: '/srv', BASE_PATH: '/a|b' }, 'SITE_ROOT and BASE_PATH may hold'],
    [{ SITE_ROOT: '/srv', SERVER_NAME: 'a;b' }, 'SERVER_NAME must be'],
    [{ SITE_ROOT: '/srv', LISTEN: '80;' }, 'LISTEN must be'],
  ])('refuses %j', (env, message) => {
    const { status, stdout, stderr } = render(env);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

describe('Netlify and Cloudflare Pages', () => {
  it('read the headers and the earlier addresses without complaint', async () => {
    const headers = await parseAllHeaders({ headersFiles: ['public/_headers'], netlifyConfigPath: 'netlify.toml', configHeaders: [], minimal: true }); // prettier-ignore
    expect(headers.errors).toEqual([]);
    expect(headers.headers.map((rule) => rule.for)).toContain('/_astro/*');
    const redirects = await parseAllRedirects({ redirectsFiles: ['public/_redirects'], netlifyConfigPath: 'netlify.toml', configRedirects: [], minimal: true }); // prettier-ignore
    expect(redirects.errors).toEqual([]);
    expect(redirects.redirects).toContainEqual(
      expect.objectContaining({ from: '/api/stats', to: '/api/stats.json', status: 200 }),
    );
  });

  it('stay within what Cloudflare takes: 100 rules, 2,000 letters a line', () => {
    const lines = readFileSync('public/_headers', 'utf8').split('\n');
    expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThanOrEqual(100);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(2000);
  });

  it('set each header by one rule a path: values of two would be joined', () => {
    const rules = readFileSync('public/_headers', 'utf8').split(/\n(?=\/)/).slice(1); // prettier-ignore
    const names = rules.map((rule) => [...rule.matchAll(/^ {2}([\w-]+):/gm)].map(([, name]) => name)); // prettier-ignore
    const [everywhere = [], ...others] = names;
    for (const other of others)
      expect(other.filter((name) => everywhere.includes(name))).toEqual([]);
  });
});

describe('Netlify’s question whether to build', () => {
  const command = /^ {2}ignore = (".*")$/m.exec(readFileSync('netlify.toml', 'utf8'))?.[1] ?? '""';
  const ignore = JSON.parse(command) as string;

  function repository(): { dir: string; commit: (path: string) => string } {
    const dir = folder();
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: dir, encoding: 'utf8' }); // prettier-ignore
    git('init', '--quiet');
    const commit = (path: string): string => {
      writeFileSync(join(dir, path), String(Math.random()));
      git('add', '.');
      git('commit', '--quiet', '-m', path);
      return git('rev-parse', 'HEAD').trim();
    };
    return { dir, commit };
  }
  const skips = (cwd: string, cached: string, now: string): boolean => {
    const env = { PATH: process.env['PATH'], CACHED_COMMIT_REF: cached, COMMIT_REF: now };
    return spawnSync('bash', ['-c', ignore], { cwd, env }).status === 0;
  };

  it('skips a deploy that would show nothing new, and no other', () => {
    const { dir, commit } = repository();
    for (const name of ['data', 'src', 'public', 'astro.config.mjs', 'package-lock.json', 'netlify.toml']) commit(name); // prettier-ignore
    const first = commit('config.yaml');
    const docs = commit('README.md');
    const config = commit('config.yaml');
    expect(skips(dir, first, docs)).toBe(true);
    expect(skips(dir, docs, config)).toBe(false);
    expect(skips(dir, first, config)).toBe(false);
  });

  it('builds when there is no cache: then both commits are the same', () => {
    const { dir, commit } = repository();
    const only = commit('config.yaml');
    expect(skips(dir, only, only)).toBe(false);
  });

  it('builds when it cannot tell', () => {
    const { dir, commit } = repository();
    expect(skips(dir, '0'.repeat(40), commit('config.yaml'))).toBe(false);
  });
});
