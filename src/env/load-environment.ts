import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Environment } from './read-env.ts';

/**
 * The process's environment over what `.env` says. Node's own parser, without `process.loadEnvFile`: that would hand the
 * file's keys to every child process.
 *
 * Throws when the file exists and cannot be read.
 */
export function loadEnvironment(
  file = '.env',
  own: Environment = process.env,
  read = readText,
): Environment {
  const text = read(file);
  if (text === null) return own;
  // An empty variable of the process does not hide the file's.
  const set = Object.entries(own).filter(([, value]) => (value ?? '') !== '');
  return { ...parseEnv(text), ...Object.fromEntries(set) };
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
