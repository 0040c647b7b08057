/**
 * The images without a container engine: the Dockerfile's own commands, run in a clean folder; then what they made is
 * started as the images would start it. Not shown here: the base images, `npm ci` and `apt-get` inside them, the user and
 * the read-only root of the container.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { VARIABLES } from '../../src/env/variables.ts';
import { contextFiles, inside, readDockerfile, runStage, type Ran } from './dockerfile.ts';
import { ask } from './request.ts';
import { freePort, has, hasBrotli } from './servers.ts';

const stages = readDockerfile('deploy/docker/Dockerfile');
const stage = (name: string) => stages.find((one) => one.name === name)!;
const of = (name: string, word: string) =>
  stage(name).instructions.filter((one) => one.word === word).map(({ text }) => text); // prettier-ignore
const isReady = has('nginx') && hasBrotli;
if (!isReady)
  console.warn('Skipped: nginx or libnginx-mod-http-brotli-static is not installed, so the web image is not rehearsed.'); // prettier-ignore

interface Service {
  build: { dockerfile: string; target: string; args: Record<string, string> };
  environment?: Record<string, string>;
  volumes: string[];
  healthcheck?: { test: string[] };
  cap_drop: string[];
}
const compose = parse(readFileSync('deploy/docker/compose.yaml', 'utf8'), { merge: true }) as {
  services: Record<'web' | 'updater', Service>;
  volumes: Record<string, unknown>;
};

describe('the Dockerfile', () => {
  it('has a stage to build and two to run, of images of a named version', () => {
    expect(stages.map(({ name }) => name)).toEqual(['build', 'updater', 'web']);
    for (const { from } of stages) expect(from).toMatch(/^[a-z]+:\d*[a-z-]+\d*[a-z-]*$/);
    for (const { from } of stages) expect(from).not.toContain('latest');
  });

  it('runs what it serves as a user without rights, started without a shell', () => {
    for (const name of ['updater', 'web']) {
      expect(of(name, 'USER').at(-1), name).not.toMatch(/^(?:root|0|)$/);
      expect(() => JSON.parse(of(name, 'CMD')[0] ?? '') as unknown, name).not.toThrow();
    }
    expect(of('web', 'EXPOSE')).toEqual(['8080']);
    expect(of('web', 'HEALTHCHECK')).toHaveLength(1);
  });

  it('installs packages without what they merely suggest, and leaves no lists behind', () => {
    const installs = stages
      .flatMap(({ instructions }) => instructions)
      .filter(({ word, text }) => word === 'RUN' && text.includes('apt-get install'));
    expect(installs.length).toBeGreaterThan(0);
    for (const { text } of installs)
      expect(text).toMatch(/apt-get update && apt-get install -y --no-install-recommends .* && rm -rf \/var\/lib\/apt\/lists\/\*$/); // prettier-ignore
  });

  it('takes neither a key nor a history into an image', () => {
    const args = stages.flatMap(({ name }) => of(name, 'ARG'));
    expect(args.filter((text) => /KEY|TOKEN|SECRET/.test(text))).toEqual([]);
    const files = contextFiles();
    expect(files).toContain('data/manifest.json');
    expect(files).toContain('config.yaml');
    expect(files.filter((path) => /^(?:\.env|\.git\/|node_modules|tests\/|dist\/)/.test(path))).toEqual([]); // prettier-ignore
  });

  it('installs the packages that run, and these are all that the code asks for', () => {
    expect(of('build', 'RUN')[0]).toMatch(/^npm ci --omit=dev/);
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    // `npm run init` is for a checkout, before anything is deployed
    const ours = contextFiles()
      .filter((path) => path !== 'scripts/init.ts')
      .filter((path) => /^(?:src|scripts|astro\.config)(?!.*\/fixtures\/)/.test(path));
    const asked = ours
      .filter((path) => /\.(?:ts|mjs|astro)$/.test(path))
      .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/^(?:import|export) (?!type )[^'";]*?from '([^.'][^']*)'/gm)]) // prettier-ignore
      .map(([, name = '']) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'))
      .filter((name) => !name.startsWith('node:') && !name.startsWith('astro:') && name !== 'virtual:'); // prettier-ignore
    expect([...new Set(asked)].filter((name) => !(name in dependencies))).toEqual([]);
  });
});

describe('compose.yaml', () => {
  const { web, updater } = compose.services;

  it('builds stages that there are, with arguments that they take', () => {
    for (const { build } of [web, updater]) {
      expect(build.dockerfile).toBe('deploy/docker/Dockerfile');
      expect(stages.map(({ name }) => name)).toContain(build.target);
      const taken = new Set(of('build', 'ARG').map((text) => text.split('=')[0]));
      expect(Object.keys(build.args).filter((name) => !taken.has(name))).toEqual([]);
    }
  });

  it('hands on variables that the code reads', () => {
    const names = Object.keys(updater.environment ?? {});
    expect(names).toContain('AUTO_FETCH_SCHEDULE');
    expect(names.filter((name) => !(name in VARIABLES))).toEqual([]);
  });

  it('keeps data and config.yaml outside, and the site in one volume that the web server cannot write', () => {
    expect(updater.volumes).toContain('../../data:/app/data');
    expect(updater.volumes).toContain('../../config.yaml:/app/config.yaml:ro');
    expect(updater.volumes).toContain('site:/srv/pulse/site');
    expect(web.volumes).toEqual(['site:/srv/pulse/site:ro']);
    expect(Object.keys(compose.volumes)).toEqual(['site', 'cache']);
    for (const { cap_drop } of [web, updater]) expect(cap_drop).toEqual(['ALL']);
  });

  it('asks for health by a check that can fail', () => {
    expect(web.healthcheck?.test.join(' ')).toContain('/etc/pulse/health.sh');
    expect(of('web', 'COPY')[0]).toContain('deploy/health.sh');
  });
});

describe.runIf(isReady)('the stages, run as plain commands in a clean folder', () => {
  let dir: string;
  const ran = new Map<string, Ran>();
  const args = { SITE_URL: 'https://papers.example.org', BASE_PATH: '/pulse' };

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'pulse-docker-'));
    for (const one of stages) ran.set(one.name, runStage(one, join(dir, one.name), ran, args));
  }, 900_000);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('leave only the network to the imagination', () => {
    expect([...ran.values()].flatMap(({ stoodIn }) => stoodIn.map((text) => text.split(' ')[0]))).toEqual(['npm', 'apt-get']); // prettier-ignore
  });

  it('build the site of the snapshot for the address that they are given', () => {
    const { root } = ran.get('web')!;
    const page = readFileSync(join(root, 'srv/pulse/site/current/pulse/index.html'), 'utf8');
    expect(page).toContain('https://papers.example.org/pulse/');
    expect(existsSync(join(root, 'srv/pulse/site/current/pulse/index.html.br'))).toBe(true);
  });

  it('serve it by nginx, which its health check finds answering and late', async () => {
    const { root, cmd } = ran.get('web')!;
    const port = await freePort();
    for (const name of readdirSync(join(root, 'etc/pulse')).filter((one) =>
      one.endsWith('.conf'),
    )) {
      const file = join(root, 'etc/pulse', name);
      const written = readFileSync(file, 'utf8');
      const own = name === 'nginx.conf' ? written.replaceAll('/tmp/', '/etc/pulse/tmp-') : written;
      const text = inside(root, own)
        .replace('listen 8080;', `listen 127.0.0.1:${port};`)
        .replace('/dev/stdout', 'off');
      writeFileSync(file, process.getuid?.() === 0 && name === 'nginx.conf' ? `user root;\n${text}` : text); // prettier-ignore
    }
    const [command = '', ...rest] = cmd.map((word) => inside(root, word));
    const child = spawn(command, rest, { stdio: 'ignore' });
    try {
      const url = `http://127.0.0.1:${port}/pulse`;
      for (let tries = 0; tries < 600 && !(await fetch(url).catch(() => null)); tries += 1)
        await sleep(100);
      expect((await ask(`${url}/`)).status).toBe(200);
      expect((await ask(`${url}/api/stats`)).status).toBe(200);
      expect((await ask(`${url}/nothing`)).status).toBe(404);
      const [, check = ''] = /CMD (.*)$/.exec(of('web', 'HEALTHCHECK')[0] ?? '') ?? [];
      const [shell = '', ...words] = JSON.parse(check) as string[];
      const asked = words.map((word) => inside(root, word).replace('8080', String(port)));
      const health = spawn(shell, asked, { env: { PATH: process.env['PATH'], BASE_PATH: '/pulse' } }); // prettier-ignore
      let said = '';
      health.stdout.on('data', (text: Buffer) => (said += text.toString()));
      health.stderr.on('data', (text: Buffer) => (said += text.toString()));
      const [code] = (await once(health, 'close')) as [number];
      // The starter set has no run and no announcement that could be late.
      expect(said).toMatch(/^healthy$|^unhealthy: /m);
      expect(code).toBe(said.startsWith('healthy') ? 0 : 1);
    } finally {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
  }, 120_000);

  it('update, release again and wait for the next time, until they are stopped', async () => {
    const { root, workdir, cmd } = ran.get('updater')!;
    const [command = '', ...rest] = cmd.map((word) => inside(root, word));
    const child = spawn(command === 'node' ? process.execPath : command, rest, {
      cwd: join(root, workdir),
      env: { PATH: process.env['PATH'], HOME: root, ...args, AUTO_FETCH_ENABLED: 'false', AUTO_FETCH_SCHEDULE: '0 2 * * *' }, // prettier-ignore
    });
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    const waits = new Promise<void>((waiting) =>
      child.stderr.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes('next run at')) waiting();
      }),
    );
    const ended = once(child, 'exit');
    await Promise.race([waits, ended]);
    expect(said).toContain('AUTO_FETCH_ENABLED=false');
    expect(said).toMatch(/site serves (?:that already: release 000001|release 000002)/);
    expect(said).toMatch(/next run at \d{4}-\d{2}-\d{2}T02:00:00Z/);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  }, 600_000);
});
