import { digest } from '../query/digest.ts';
import { sourceHash } from '../query/source-hash.ts';

/** What decides how pages look, beside the snapshot: code, styles, dependencies. */
const SOURCES = ['src/**/*.{ts,astro,css}', 'astro.config.mjs', 'package-lock.json'];

/**
 * One hash over all that pages depend on beside the snapshot. Every cache of drawn pages hangs on it: a day's news never
 * changes it, and an edit to a template draws everything anew.
 * @param root the root of the repository
 * @param more further inputs: the config, the site's address
 */
export function siteSalt(root: string, more: unknown): string {
  return digest(sourceHash(SOURCES, root), JSON.stringify(more));
}
