/**
 * A workflow on this machine: its jobs in order, each in a checkout of its own, each step by its own `run:` lines. What
 * needs GitHub's machines has a stand-in; an action without one ends the test, so that the workflow cannot drift away.
 */
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { Job, Step, Workflow } from '../workflows/read-workflows.ts';

type Outputs = Record<string, string>;

export interface WorkflowRun {
  /** Addresses and clock of the rehearsal, for every step. */
  environment: Record<string, string>;
  /** The bare repository. */
  remote: string;
  /** `owner/name` */
  repository: string;
  event: 'workflow_dispatch' | 'schedule' | 'push';
  /** An empty folder. */
  root: string;
  /** What `gh` answers: whether Pages takes its source from Actions. */
  pages: 'workflow' | 'legacy';
}

export interface JobResult {
  result: 'success' | 'failure' | 'skipped';
  outputs: Outputs;
}

export interface WorkflowResult {
  jobs: Record<string, JobResult>;
  /** The names of the steps that were run, `fetch › Pack what changed`. */
  ran: string[];
  /** What was published; `null` when nothing was. */
  site: string | null;
  summary: string;
  said: string;
}

const here = resolve(import.meta.dirname, '../..');

export async function runWorkflow(workflow: Workflow, run: WorkflowRun): Promise<WorkflowResult> {
  const state: State = { ...run, needs: {}, ran: [], said: '', published: null };
  mkdirSync(join(run.root, 'bin'), { recursive: true });
  writeFileSync(join(run.root, 'bin/gh'), `#!/bin/sh\necho ${run.pages}\n`, { mode: 0o755 });
  writeFileSync(join(run.root, 'summary'), '');
  for (const [id, job] of Object.entries(workflow.jobs)) state.needs[id] = await runJob(id, job, state); // prettier-ignore
  return {
    jobs: state.needs,
    ran: state.ran,
    site: state.published,
    summary: readFileSync(join(run.root, 'summary'), 'utf8'),
    said: state.said,
  };
}

interface State extends WorkflowRun {
  needs: Record<string, JobResult>;
  ran: string[];
  said: string;
  published: string | null;
}

type Context = Record<string, unknown>;

async function runJob(id: string, job: Job & { if?: string; outputs?: Outputs }, state: State): Promise<JobResult> {
  const wanted = [job.needs ?? []].flat();
  const needs = Object.fromEntries(wanted.map((name) => [name, state.needs[name]]));
  const whole = wanted.every((name) => state.needs[name]?.result === 'success');
  const steps: Record<string, { outputs: Outputs }> = {};
  const context: Context = {
    needs, steps, vars: {}, secrets: {}, inputs: {},
    github: { event_name: state.event, token: 'token', run_id: '1', run_attempt: '1', sha: head(state) },
    runner: { temp: join(state.root, id, 'temp') },
  }; // prettier-ignore
  const asked = job.if ?? 'true';
  if (!(asked.includes('always()') || whole) || !truth(asked, context))
    return { result: 'skipped', outputs: {} };
  const place = join(state.root, id);
  mkdirSync(join(place, 'temp'), { recursive: true });
  for (const step of job.steps) {
    if (step.if !== undefined && !truth(step.if, context)) continue;
    const outputs: Outputs = {};
    if (step.id !== undefined) steps[step.id] = { outputs };
    const name = step.name ?? step.run ?? step.uses ?? '';
    state.ran.push(`${id} › ${name}`);
    if (step.uses !== undefined) standIn(step, id, context, state, outputs);
    else if (!(await runStep(step, id, context, state, outputs)))
      return { result: 'failure', outputs: {} };
  }
  const outputs = Object.entries(job.outputs ?? {}).map(([name, value]) => [name, fill(value, context)]); // prettier-ignore
  return { result: 'success', outputs: Object.fromEntries(outputs) as Outputs };
} // prettier-ignore

/** GitHub's expressions are read as JavaScript, whose meaning is the same for what the workflow uses. */
function evaluate(expression: string, context: Context): unknown {
  const functions = { always: () => true, toJSON: (value: unknown) => JSON.stringify(value) };
  return runInNewContext(expression, { ...context, ...functions });
}

const truth = (text: string, context: Context): boolean =>
  Boolean(evaluate(text.replace(/^\$\{\{(.*)\}\}$/s, '$1'), context));

const fill = (text: string, context: Context): string =>
  text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, inside: string) => textOf(evaluate(inside, context)));

/** As GitHub writes a value into a text: nothing for what does not exist. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''; // prettier-ignore

const head = ({ remote }: State): string =>
  execFileSync('git', ['-C', remote, 'rev-parse', 'main'], { encoding: 'utf8' }).trim();

function standIn(step: Step, job: string, context: Context, state: State, outputs: Outputs): void {
  const [action = ''] = step.uses?.split('@') ?? [];
  const given = Object.fromEntries(Object.entries(step.with ?? {}).map(([name, value]) => [name, fill(String(value), context)])); // prettier-ignore
  const work = join(state.root, job, 'work');
  const artifacts = join(state.root, 'artifacts');
  switch (action) {
    case 'actions/checkout': {
      const depth = given['fetch-depth'] ?? '1';
      execFileSync('git', ['clone', '--quiet', `--depth=${depth}`, '--branch=main', `file://${state.remote}`, work]); // prettier-ignore
      if (given['ref']) execFileSync('git', ['-C', work, 'checkout', '--quiet', '--detach', given['ref']]); // prettier-ignore
      return;
    }
    // A first run has no cache; node is the one that this test runs on.
    case 'actions/setup-node':
    case 'actions/cache/restore':
    case 'actions/cache/save':
      return;
    case 'actions/upload-artifact':
      return copy(resolve(work, given['path'] ?? ''), join(artifacts, given['name'] ?? '', (given['path'] ?? '').split('/').at(-1) ?? '')); // prettier-ignore
    case 'actions/download-artifact':
      return copy(join(artifacts, given['name'] ?? ''), resolve(work, given['path'] ?? ''));
    case 'actions/upload-pages-artifact':
      return copy(resolve(work, given['path'] ?? ''), join(artifacts, 'github-pages'));
    case 'actions/deploy-pages':
      state.published = join(artifacts, 'github-pages');
      outputs['page_url'] = 'https://pages.example.org/';
      return;
    default:
      throw new Error(`the rehearsal has no stand-in for ${action}`);
  }
}

function copy(from: string, to: string): void {
  if (!existsSync(from)) throw new Error(`${from} is not there to be kept`);
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true });
}

async function runStep(step: Step, job: string, context: Context, state: State, outputs: Outputs): Promise<boolean> {
  const place = join(state.root, job);
  const work = join(place, 'work');
  const script = fill(step.run ?? '', context);
  if (/^npm ci\b/.test(script)) {
    // The packages that are installed here: a registry is a network.
    if (!existsSync(join(work, 'node_modules'))) symlinkSync(join(here, 'node_modules'), join(work, 'node_modules'));
    return true;
  }
  const output = join(place, 'output');
  writeFileSync(output, '');
  const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(String(value), context)]);
  const env = {
    PATH: [join(state.root, 'bin'), dirname(process.execPath), process.env['PATH']].join(':'),
    HOME: place,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    CI: 'true',
    ASTRO_TELEMETRY_DISABLED: '1',
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: state.repository,
    GITHUB_REF_NAME: 'main',
    GITHUB_RUN_ID: '1',
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: join(state.root, 'summary'),
    RUNNER_TEMP: join(place, 'temp'),
    ...state.environment,
    ...(Object.fromEntries(own) as Record<string, string>),
  };
  const done = await new Promise<boolean>((ended) => {
    // as GitHub runs a script that names no shell
    const options = { cwd: work, env, maxBuffer: 256 << 20 };
    execFile('bash', ['-e', '-c', script], options, (error, stdout, stderr) => {
      state.said += `== ${job} › ${step.name ?? script}\n${stdout}${stderr}${error ? `${error.message}\n` : ''}`;
      ended(error === null);
    });
  });
  for (const line of readFileSync(output, 'utf8').split('\n').filter((one) => one.includes('=')))
    outputs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
  return done;
} // prettier-ignore
