import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './context.ts';
import { ok, problem, type Finding } from './finding.ts';

/** Packages that load a library made for this machine, with what does without it. */
const LIBRARIES: readonly { name: string; purpose: string }[] = [
  { name: '@duckdb/node-api', purpose: 'Parquet files' },
  { name: 'rolldown', purpose: 'the site' },
];

export interface PackageEffects {
  load: (name: string) => Promise<unknown>;
  /** Whether a path below `node_modules/` is there. */
  isThere: (path: string) => boolean;
}

/** An install without optional packages, or one brought from another machine, leaves packages hollow. */
export async function judgePackages({ load, isThere }: PackageEffects): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { name, purpose } of LIBRARIES) {
    try {
      await load(name);
    } catch (error) {
      found.push(hollow(name, purpose, error instanceof Error ? error.message : String(error)));
    }
  }
  // Pagefind starts a program, whose folder is named after the machine.
  const program = `@pagefind/${process.platform}-${process.arch}`;
  if (!isThere(program)) found.push(hollow(program, 'the search index', 'it is not installed'));
  return found.length > 0
    ? found
    : [ok('Packages that bring a program for this machine can be used.', 'node_modules')];
}

function hollow(name: string, purpose: string, reason: string): Finding {
  return problem(
    `${name} cannot be used, so ${purpose} cannot be made: ${reason.split('\n')[0] ?? ''}`,
    `node_modules/${name}`,
    'Run `npm ci` on this machine, without --omit=optional.',
  );
}

export const checkPackages: Check = {
  name: 'packages',
  look: ({ root }) =>
    judgePackages({
      load: (name) => import(name),
      isThere: (path) => existsSync(join(root, 'node_modules', path)),
    }),
};
