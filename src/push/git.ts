import { spawn } from 'node:child_process';

/** Runs git in one folder and gives its standard output. */
export type Git = (args: readonly string[], options?: GitOptions) => Promise<string>;

export interface GitOptions {
  /** What git reads on standard input. */
  input?: string | Uint8Array;
  /** Beside the environment that all calls have. */
  env?: Readonly<Record<string, string>>;
}

/** git ended with an error. The message holds its own words, without the secrets it was given. */
export class GitError extends Error {
  override readonly name = 'GitError';
  /** What git wrote, on both outputs. */
  readonly output: string;

  constructor(args: readonly string[], output: string, options?: ErrorOptions) {
    super(`git ${args[0] ?? ''} failed: ${output.trim() || 'it said nothing'}`, options);
    this.output = output;
  }
}

/**
 * @param env the whole environment of git; see `pushEnvironment` for one with credentials
 * @param secrets texts that must not stand in an error
 */
export function gitIn(dir: string, env: NodeJS.ProcessEnv, secrets: readonly string[] = []): Git {
  const hide = (text: string): string =>
    secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  return (args, { input, env: more = {} } = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn('git', args, {
        cwd: dir,
        // its words are read below: not in the language of the machine, and no question to nobody
        env: { ...env, ...more, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
      });
      const out: Buffer[] = [];
      const errors: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
      child.on('error', (cause) => {
        reject(new GitError(args, `git could not be started (${cause.message})`, { cause }));
      });
      child.on('close', (code) => {
        const text = Buffer.concat(out).toString('utf8');
        if (code === 0) return resolve(text);
        reject(new GitError(args, hide(`${text}${Buffer.concat(errors).toString('utf8')}`)));
      });
      // git may end before it has read all; its exit code tells
      child.stdin.on('error', () => undefined);
      child.stdin.end(input ?? '');
    });
}
