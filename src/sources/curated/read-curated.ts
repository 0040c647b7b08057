import { readFile } from 'node:fs/promises';
import type { z } from 'astro/zod';
import { ConfigError } from '../../config/config-error.ts';
import { parseYaml, type CrossProblem } from '../../config/parse-yaml.ts';

/** How the text of a file is got; the default reads it from disk. */
export type ReadText = (file: string) => Promise<string>;

const fromDisk: ReadText = (file) => readFile(file, 'utf8');

/**
 * A YAML list that people keep by hand. A file that is not there is an empty list: a fork may delete it.
 * @throws {ConfigError} with every problem of the file, each with line, column and remedy
 */
export async function readCurated<S extends z.ZodType<unknown[]>>(
  file: string,
  schema: S,
  crossCheck: (value: unknown) => CrossProblem[],
  read: ReadText = fromDisk,
): Promise<z.output<S> | []> {
  let text: string;
  try {
    text = await read(file);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `cannot be read (${reason}); give the file back its read permission or remove it`;
    throw new ConfigError(file, [{ line: 1, column: 1, path: '', message }], { cause });
  }
  return parseYaml(text, file, schema, crossCheck);
}
