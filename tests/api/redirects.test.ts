import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RESOURCES } from '../../src/api/all-resources.ts';

const root = join(import.meta.dirname, '../..');

/** The earlier product's addresses lie directly below `/api/`; ours have a version. */
const earlier = RESOURCES.map(({ path }) => path).filter((path) => !path.startsWith('api/v1/'));

/** Read by Netlify and Cloudflare Pages alike. */
const rules = readFileSync(join(root, 'public/_redirects'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('the earlier addresses', () => {
  it.each(earlier)('%s answers without its ending too, without a redirect', (path) => {
    expect(rules).toContain(`/${path.replace(/\.json$/, '')} /${path} 200`);
  });
});
