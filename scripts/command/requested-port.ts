import type { Environment } from '../../src/env/read-env.ts';
import { UsageError } from './usage-error.ts';

/** Astro's own port unless `PORT` names another. */
const USUAL = 4321;

export function requestedPort(environment: Environment): number {
  const text = environment['PORT']?.trim() ?? '';
  if (text === '') return USUAL;
  if (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535) return Number(text);
  throw new UsageError(`PORT: expected a number from 1 to 65535, found "${text}"`);
}
