import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface Step {
  name?: string;
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, unknown>;
}

export interface Job {
  name?: string;
  'runs-on'?: string;
  'timeout-minutes'?: number;
  permissions?: Record<string, string>;
  needs?: string | string[];
  steps: Step[];
}

export interface Workflow {
  file: string;
  text: string;
  on: Record<string, unknown>;
  permissions?: unknown;
  concurrency?: unknown;
  jobs: Record<string, Job>;
}

const folder = '.github/workflows';

/** Every workflow of the repository, as parsed YAML with its text. */
export function readWorkflows(): Workflow[] {
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { ...(parse(text) as Omit<Workflow, 'file' | 'text'>), file: name, text };
    });
}

/** All steps of all jobs, each with a place for messages: `daily.yml › fetch › step 3`. */
export function stepsOf(workflows: Workflow[]): { where: string; job: Job; step: Step }[] {
  return workflows.flatMap((workflow) =>
    Object.entries(workflow.jobs).flatMap(([id, job]) =>
      job.steps.map((step, i) => ({
        where: `${workflow.file} › ${id} › step ${i + 1}`,
        job,
        step,
      })),
    ),
  );
}
