/** A run under `strace`, which counts its calls and can let any of them fail or be the last. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Writer } from './scenario.ts';

const CALLS = 'write,pwrite64,fsync,rename,mkdir,unlink,unlinkat,rmdir,link,ftruncate,openat';

/** Whether `strace` is here and may be used. */
export const canTrace =
  spawnSync('strace', ['-e', 'inject=rmdir:error=EIO:when=1', 'true'], { stdio: 'ignore' })
    .status === 0;

/** The n-th call of a name, counted from the start of the process. */
export interface Call {
  name: string;
  when: number;
  line: string;
}

export interface Run {
  status: number | null;
  signal: NodeJS.Signals | null;
  stderr: string;
}

/** The calls of an undisturbed run that touch its data folder and change it, in order. */
export function callsOf(child: string, dir: string, writer: Writer): Call[] {
  const log = `${dir}.strace`;
  const run = strace(['-y', '-o', log, '-e', `trace=${CALLS}`], [child, dir, writer]);
  if (run.status !== 0) throw new Error(`the run to be traced failed: ${run.stderr}`);
  const counts = new Map<string, number>();
  const calls: Call[] = [];
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const name = /^(\w+)\(/.exec(line)?.[1];
    if (name === undefined) continue;
    const when = (counts.get(name) ?? 0) + 1;
    counts.set(name, when);
    const writes = name !== 'openat' || line.includes('O_CREAT');
    if (line.includes(dir) && writes) calls.push({ name, when, line });
  }
  return calls;
}

/** A run to which something is done at one call: `signal=KILL`, `error=ENOSPC`. */
export function disturbedRun(
  child: string,
  dir: string,
  writer: Writer,
  { name, when }: Call,
  how: string,
): Run {
  const inject = `inject=${name}:${how}:when=${when}`;
  return strace(['-o', '/dev/null', '-e', `trace=${name}`, '-e', inject], [child, dir, writer]);
}

function strace(options: string[], program: string[]): Run {
  const command = [process.execPath, ...program];
  const { status, signal, stderr } = spawnSync('strace', [...options, ...command], {
    encoding: 'utf8',
  });
  return { status, signal, stderr };
}
