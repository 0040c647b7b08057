import { readFile } from 'node:fs/promises';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import { parseConfig } from './parse-config.ts';

/**
 * Reads and validates `config.yaml`.
 * @throws {ConfigError} when the file is missing, unreadable or not valid
 */
export async function readConfig(file = 'config.yaml'): Promise<Config> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `cannot be read (${reason}); run from the folder that holds it, or name another file`;
    throw new ConfigError(file, [{ line: 1, column: 1, path: '', message }], { cause });
  }
  return parseConfig(text, file);
}
