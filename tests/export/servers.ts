/** Real database servers, started for a test in a folder of their own, on a free port, without root. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Server {
  url: string;
  stop: () => Promise<void>;
}

/** `null` where the server is not installed. */
export type Start = () => Promise<Server | null>;

/** Servers refuse to run as root: they get the user of their package. */
function owner(user: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function folder(name: string, { uid, gid }: { uid?: number; gid?: number }): string {
  const dir = mkdtempSync(join(tmpdir(), `${name}-`));
  chmodSync(dir, 0o700);
  if (uid !== undefined && gid !== undefined) chownSync(dir, uid, gid);
  return dir;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((closed) => server.close(() => closed()));
  return port;
}

/** The newest installed version's folder of programs, as Debian lays them out. */
function postgresPrograms(): string | null {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return null;
  const versions = readdirSync(root).sort((a, b) => Number(a) - Number(b));
  const bin = join(root, versions.at(-1) ?? '', 'bin');
  return existsSync(join(bin, 'initdb')) ? bin : null;
}

export const startPostgres: Start = async () => {
  const bin = postgresPrograms();
  if (bin === null) return null;
  const who = owner('postgres');
  const dir = folder('postgres', who);
  const port = await freePort();
  const data = join(dir, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'pulse', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...who, cwd: dir, stdio: 'ignore' },
  );
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', dir, '-c', 'fsync=off'],
    { ...who, cwd: dir, stdio: 'ignore' },
  );
  return {
    url: `postgres://pulse@127.0.0.1:${port}/postgres`,
    stop: stopper(child, dir, 'SIGINT'),
  };
};

export const startMariadb: Start = async () => {
  const program = ['/usr/sbin/mariadbd', '/usr/local/sbin/mariadbd'].find((file) =>
    existsSync(file),
  );
  if (program === undefined) return null;
  const who = owner('mysql');
  const dir = folder('mariadb', who);
  const port = await freePort();
  const data = join(dir, 'data');
  execFileSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    { ...who, cwd: dir, stdio: 'ignore' },
  );
  const child = spawn(
    program,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--socket=${join(dir, 'socket')}`,
      '--innodb-flush-log-at-trx-commit=0',
    ],
    { ...who, cwd: dir, stdio: 'ignore' },
  );
  return { url: `mysql://root@127.0.0.1:${port}/mysql`, stop: stopper(child, dir, 'SIGTERM') };
};

function stopper(child: ChildProcess, dir: string, signal: NodeJS.Signals): () => Promise<void> {
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return async () => {
    child.kill(signal);
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
}
