import { ConfigError } from '../config/config-error.ts';
import { EnvError } from '../env/env-error.ts';
import { unknownVariables } from '../env/unknown-variables.ts';
import type { Check } from './context.ts';
import { note, ok, problem, type Finding } from './finding.ts';

/** `config.yaml` and the environment can be read. */
export const checkConfig: Check = {
  name: 'config',
  look({ refusal, config, configFile, environment }) {
    const names = unknownVariables(environment).map((what) =>
      note(what, 'environment', 'Correct its name, or remove it.'),
    );
    const nowSet = environment['NOW']
      ? [
          note(
            `NOW=${environment['NOW']} replaces the clock.`,
            'environment',
            'Unset it but for rehearsals.',
          ),
        ]
      : [];
    return [...readable(refusal, configFile, config?.topics.length ?? 0), ...names, ...nowSet];
  },
};

function readable(refusal: Error | null, file: string, topics: number): Finding[] {
  if (refusal === null) return [ok(`${file} is valid: ${topics} topics.`, file)];
  if (refusal instanceof ConfigError) {
    return refusal.problems.map(({ line, column, path, message }) =>
      problem(
        path === '' ? message : `${path}: ${message}`,
        `${file}:${line}:${column}`,
        'Correct the line.',
      ),
    );
  }
  if (refusal instanceof EnvError) {
    return refusal.problems.map(({ name, message }) =>
      problem(
        message,
        `environment variable ${name}`,
        'Correct it in the shell, in .env or in the workflow.',
      ),
    );
  }
  return [problem(refusal.message, file, 'Make the file readable.')];
}
