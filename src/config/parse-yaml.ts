import type { z } from 'astro/zod';
import { ConfigError, type ConfigProblem } from './config-error.ts';
import { describeIssue } from './describe-issue.ts';
import { pathText } from './path-text.ts';
import { readYamlSource } from './yaml-source.ts';

/** Something wrong that a schema cannot see, such as an id used twice. */
export interface CrossProblem {
  path: PropertyKey[];
  message: string;
}

/**
 * A YAML text as the type that a schema gives. Also what files kept by hand under `data/` are read with.
 * @param fileName named in messages only
 * @param crossCheck finds what a schema cannot see; gets the plain values, valid or not, so that everything wrong is
 *   reported at once
 * @throws {ConfigError} with everything that is wrong, in the order of the file
 */
export function parseYaml<S extends z.ZodType>(
  text: string,
  fileName: string,
  schema: S,
  crossCheck: (value: unknown) => CrossProblem[] = () => [],
): z.output<S> {
  const source = readYamlSource(text);
  if (Array.isArray(source)) throw new ConfigError(fileName, source);
  const result = schema.safeParse(source.value);
  const problems: ConfigProblem[] = crossCheck(source.value).map(({ path, message }) =>
    Object.assign(source.place(path), { path: pathText(path), message }),
  );
  if (!result.success) {
    problems.push(...result.error.issues.flatMap((issue) => describeIssue(issue, schema, source)));
  }
  if (problems.length === 0 && result.success) return result.data;
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  throw new ConfigError(fileName, problems);
}
