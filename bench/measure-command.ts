import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measured {
  seconds: number;
  /** Peak resident memory. Linux only: 0 elsewhere. */
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
  const peak = watchMemory(child.pid);
  const code = await new Promise((done, fail) => child.once('close', done).once('error', fail));
  const measured = { seconds: (performance.now() - started) / 1000, megabytes: peak(), output };
  if (code !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}:\n${output}`);
  return measured;
}

/** The kernel keeps the peak; it is read while the process lives. */
function watchMemory(pid: number | undefined): () => number {
  let kilobytes = 0;
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      kilobytes = Math.max(kilobytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    } catch {
      clearInterval(timer); // The process has ended, or this is not Linux.
    }
  }, 50);
  return () => {
    clearInterval(timer);
    return Math.round(kilobytes / 1024);
  };
}
