/** A Dockerfile as its stages, and a stage run as plain commands below a folder that stands for the image's root. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface Instruction {
  word: string;
  text: string;
}

export interface Stage {
  name: string;
  from: string;
  instructions: Instruction[];
}

export function readDockerfile(file: string): Stage[] {
  const lines = readFileSync(file, 'utf8')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const stages: Stage[] = [];
  for (const line of lines) {
    const [, word = '', text = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (word === '') throw new Error(`${file}: not an instruction: ${line}`);
    if (word === 'FROM') {
      const [from = '', name = ''] = text.split(/\s+AS\s+/);
      stages.push({ name, from, instructions: [] });
    } else stages.at(-1)?.instructions.push({ word, text });
  }
  return stages;
}

/** What is where in a stage that was run. */
export interface Ran {
  root: string;
  workdir: string;
  env: Record<string, string>;
  cmd: string[];
  /** Commands that were not run, because they ask a network. */
  stoodIn: string[];
}

const repository = resolve(import.meta.dirname, '../..');
/** Paths that the commands name; every one is below the folder of its stage. */
const OWN = /(?<![\w.])\/(?:app|srv\/pulse|etc\/pulse)(?=[/\s"']|$)/g;

export const inside = (root: string, text: string): string =>
  text.replaceAll(OWN, (path) => root + path);

/**
 * Runs the instructions of a stage in order. `npm ci` gives way to the packages that are installed here, `apt-get` to
 * those of this machine: both would ask a network.
 */
export function runStage(
  stage: Stage,
  root: string,
  earlier: ReadonlyMap<string, Ran>,
  args: Record<string, string>,
): Ran {
  const ran: Ran = { root, workdir: '/', env: {}, cmd: [], stoodIn: [] };
  const at = (path: string): string => join(root, resolve(ran.workdir, path));
  for (const { word, text } of stage.instructions) {
    if (word === 'WORKDIR') {
      ran.workdir = text;
      mkdirSync(at('.'), { recursive: true });
    } else if (word === 'ARG') {
      const [name = '', fallback = ''] = text.split('=');
      ran.env[name] = args[name] ?? fallback;
    } else if (word === 'ENV') {
      const [name = '', value = ''] = text.split('=');
      ran.env[name] = value.replaceAll(/\$(\w+)/g, (_, of: string) => ran.env[of] ?? '');
    } else if (word === 'COPY') {
      copy(text, at, earlier);
    } else if (word === 'RUN') {
      if (/^(?:npm ci|apt-get) /.test(text)) {
        ran.stoodIn.push(text);
        if (text.startsWith('npm ci'))
          symlinkSync(join(repository, 'node_modules'), at('node_modules'));
      } else {
        execFileSync('sh', ['-ec', inside(root, text)], {
          cwd: at('.'),
          env: { PATH: process.env['PATH'], HOME: root, ...ran.env },
          stdio: ['ignore', 'pipe', 'pipe'],
          maxBuffer: 64 << 20,
        });
      }
    } else if (word === 'CMD') {
      ran.cmd = JSON.parse(text) as string[];
    }
  }
  return ran;
}

function copy(text: string, at: (path: string) => string, earlier: ReadonlyMap<string, Ran>): void {
  const words = text.split(/\s+/);
  const from = words.find((one) => one.startsWith('--from='))?.slice('--from='.length);
  const paths = words.filter((one) => !one.startsWith('--'));
  const [target, sources] = [paths.at(-1) ?? '', paths.slice(0, -1)];
  for (const source of sources) {
    const given = from === undefined ? null : earlier.get(from);
    if (given === undefined) throw new Error(`COPY names a stage that is not before it: ${text}`);
    if (given === null && source === '.') {
      for (const path of contextFiles()) put(join(repository, path), at(join(target, path)));
      continue;
    }
    const path = given === null ? join(repository, source) : join(given.root, source);
    if (given === null && isIgnored(source)) throw new Error(`${source} is in .dockerignore`);
    const intoFolder = target.endsWith('/') && statSync(path).isFile();
    put(path, intoFolder ? at(join(target, source.split('/').at(-1) ?? '')) : at(target));
  }
}

/** As Docker copies: of a folder its content. A link stays a link, so that the packages are not copied. */
function put(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  cpSync(source, target, { recursive: true, verbatimSymlinks: true });
}

/** The build context: what git knows or would take, without what `.dockerignore` names. */
export function contextFiles(): string[] {
  const known = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: repository, encoding: 'utf8', maxBuffer: 64 << 20 }); // prettier-ignore
  return known
    .split('\0')
    .filter((path) => path !== '' && !isIgnored(path) && existsSync(join(repository, path)));
}

function isIgnored(path: string): boolean {
  const patterns = readFileSync(join(repository, '.dockerignore'), 'utf8').trim().split('\n');
  return patterns.some((pattern) =>
    pattern.startsWith('**/*')
      ? path.endsWith(pattern.slice('**/*'.length))
      : path === pattern || path.startsWith(`${pattern}/`),
  );
}
