/** Web servers with the configurations of `deploy/`, started on free ports of this machine. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReleasedSite } from './sites.ts';

export interface Served {
  /** Address of the site, without a slash at its end. */
  url: string;
  close: () => Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');
/** Where Debian puts it. */
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** Whether a command is there. */
export const has = (command: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** The module that serves .br files is a package of its own. */
export const hasBrotli = existsSync(BROTLI);

export async function startNginx({ place, base }: ReleasedSite): Promise<Served> {
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'pulse-nginx-'));
  const site = execFileSync('sh', [join(root, 'deploy/nginx/render.sh')], {
    encoding: 'utf8',
    env: {
      ...process.env,
      SITE_ROOT: join(place, 'current'),
      BASE_PATH: base,
      LISTEN: `127.0.0.1:${port}`,
    },
  });
  writeFileSync(join(dir, 'site.conf'), site);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const main = `
    ${hasBrotli ? `load_module ${BROTLI};` : ''}
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    pid ${dir}/nginx.pid;
    error_log stderr;
    daemon off;
    worker_processes 1;
    events {}
    http {
      include /etc/nginx/mime.types;
      default_type application/octet-stream;
      access_log off;
      ${temporary.map((name) => `${name}_temp_path ${dir}/${name};`).join('\n')}
      ${hasBrotli ? `include ${root}/deploy/nginx/brotli.conf;` : ''}
      include ${dir}/site.conf;
    }`;
  writeFileSync(join(dir, 'nginx.conf'), main);
  return started(
    spawn('nginx', ['-p', dir, '-e', 'stderr', '-c', join(dir, 'nginx.conf')]),
    port,
    base,
    dir,
  );
}

export async function startCaddy({ place, base }: ReleasedSite): Promise<Served> {
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'pulse-caddy-'));
  const file = join(dir, 'Caddyfile');
  // The admin interface would take a fixed port of this machine.
  writeFileSync(file, `{\n\tadmin off\n}\nimport ${root}/deploy/caddy/Caddyfile\n`);
  const child = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', file], {
    env: {
      ...process.env,
      HOME: dir,
      XDG_DATA_HOME: dir,
      XDG_CONFIG_HOME: dir,
      SITE_ADDRESS: `http://127.0.0.1:${port}`,
      SITE_ROOT: join(place, 'current'),
      BASE_PATH: base,
    },
  });
  return started(child, port, base, dir);
}

async function started(
  child: ChildProcess,
  port: number,
  base: string,
  dir: string,
): Promise<Served> {
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  const ended = once(child, 'exit');
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}${base}`;
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended at once:\n${said}`);
    if (await fetch(`${url}/`).catch(() => null)) return { url, close };
    await sleep(100);
  }
  await close();
  throw new Error(`the server does not answer:\n${said}`);
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
