import { plainText } from '../text/plain-text.ts';
import { EnvError, type EnvProblem } from './env-error.ts';
import { VARIABLES, variableNames, type Env } from './variables.ts';
import type { Variable } from './variable.ts';

/** Names and texts, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment → typed values of every variable the project reads. An empty text counts as not set: that is what
 * GitHub Actions passes for a repository variable that does not exist.
 *
 * Throws an `EnvError` (exit code 2) that names every variable that cannot be read.
 */
export function readEnv(source: Environment): Env {
  const values: Record<string, unknown> = {};
  const problems: EnvProblem[] = [];
  for (const name of variableNames) {
    const definition: Variable<unknown> = VARIABLES[name];
    const text = source[name]?.trim() ?? '';
    try {
      values[name] = text === '' ? definition.fallback : definition.parse(text);
    } catch (error) {
      const expected = error instanceof Error ? error.message : String(error);
      const found = definition.secret ? 'something else' : `"${shown(text)}"`;
      problems.push({
        name,
        message: `${expected}, found ${found}; for example ${name}=${definition.example}`,
      });
    }
  }
  if (!isComplete(values)) throw new EnvError(problems);
  return values;
}

/** What was set, for a message: short, and without the password of an address. */
function shown(text: string): string {
  return plainText(text, { maxLength: 80 }).replace(/\/\/[^/@\s]*@/, '//***@');
}

/** Each value comes from its own row of the table, so that all names are all values. */
function isComplete(values: Readonly<Record<string, unknown>>): values is Env {
  return variableNames.every((name) => name in values);
}

/** The values that no log may tell. */
export function secretsOf(env: Env): string[] {
  return variableNames.flatMap((name) => {
    const definition: Variable<unknown> = VARIABLES[name];
    const value = env[name];
    return definition.secret && typeof value === 'string' ? [value] : [];
  });
}
