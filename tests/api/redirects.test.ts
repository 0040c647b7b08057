import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RESOURCES } from '../../src/api/all-resources.ts';

const root = join(import.meta.dirname, '../..');

/** The earlier product's addresses lie directly below `/api/`; ours have a version. */
const earlier = RESOURCES.map(({ path }) => path).filter((path) => !path.startsWith('api/v1/'));

const netlify = [
  ...readFileSync(join(root, 'netlify.toml'), 'utf8').matchAll(
    /\[\[redirects\]\]\s+from = "(.+)"\s+to = "(.+)"\s+status = (\d+)/g,
  ),
].map(([, from, to, status]) => [from, to, status].join(' '));

const cloudflare = readFileSync(join(root, 'public/_redirects'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('the earlier addresses', () => {
  it.each(earlier)('%s answers without its ending too, without a redirect', (path) => {
    const rule = `/${path.replace(/\.json$/, '')} /${path} 200`;
    expect(netlify).toContain(rule);
    expect(cloudflare).toContain(rule);
  });

  it('are rewritten alike on both hosts', () => {
    expect(cloudflare.toSorted()).toEqual(
      netlify.filter((rule) => rule.startsWith('/api/')).toSorted(),
    );
  });
});
