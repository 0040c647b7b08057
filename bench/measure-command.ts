import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measured {
  seconds: number;
  /** Processor time of the command and of what it started; on a busy machine the honest figure. Linux only: 0 elsewhere. */
  cpuSeconds: number;
  /** Peak resident memory of the command and of all that it started, at once. Linux only: 0 elsewhere. */
  megabytes: number;
}

/** Runs a command to its end. @throws with what it printed when it fails */
export async function measureCommand(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Measured & { output: string }> {
  const started = performance.now();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const usage = watchUsage(child.pid);
  const code = await new Promise((done, fail) => child.once('close', done).once('error', fail));
  const measured = { seconds: (performance.now() - started) / 1000, ...usage(), output };
  if (code !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}:\n${output}`);
  return measured;
}

/** The kernel counts; it is asked while the process lives, so the last 100 ms may be missing. */
function watchUsage(pid: number | undefined): () => Pick<Measured, 'cpuSeconds' | 'megabytes'> {
  let kilobytes = 0;
  let ticks = 0;
  const timer = setInterval(() => {
    try {
      const peak = statusOf(pid ?? 0, 'VmHWM');
      kilobytes = Math.max(kilobytes, peak, residentOf(pid ?? 0));
      ticks = Math.max(ticks, processorTicks(readFileSync(`/proc/${pid}/stat`, 'utf8')));
    } catch {
      clearInterval(timer); // The process has ended, or this is not Linux.
    }
  }, 100);
  return () => {
    clearInterval(timer);
    return { cpuSeconds: ticks / 100, megabytes: Math.round(kilobytes / 1024) };
  };
}

/** A figure of proc(5) in kilobytes; 0 of a process that has no memory any more. */
function statusOf(pid: number, field: 'VmHWM' | 'VmRSS'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
}

/** Resident memory of a process and of all below it, in kilobytes: the indexer of the search is a process of its own. */
function residentOf(pid: number): number {
  let kilobytes = statusOf(pid, 'VmRSS');
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    for (const child of childrenOf(pid, thread)) {
      try {
        kilobytes += residentOf(child);
      } catch {
        // It ended while it was looked at.
      }
    }
  }
  return kilobytes;
}

function childrenOf(pid: number, thread: string): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8');
    return children.split(' ').filter(Boolean).map(Number);
  } catch {
    return []; // The thread ended while it was looked at.
  }
}

/** utime, stime, cutime and cstime of proc(5), in hundredths of a second; the name before them may hold blanks. */
function processorTicks(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
}
