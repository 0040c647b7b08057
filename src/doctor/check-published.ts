import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeFreshness, type Published } from '../health/judge-freshness.ts';
import { HttpFailure } from '../http/http-failure.ts';
import { siteAddress } from '../integrations/site-address.ts';
import type { Check } from './context.ts';
import { ok, warning } from './finding.ts';

/** The site as a reader gets it: there, under the address that it is built for, and as new as the calendar says. */
export const checkPublished: Check = {
  name: 'published',
  async look({ root, environment, config, client, now, offline }) {
    if (offline || client === null || config === null) return [];
    const file = join(root, 'public/CNAME');
    const cname = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
    const { site, base } = siteAddress(environment, { config: config.site, cname });
    // the check of the address says that there is none
    if (site.startsWith('http://localhost')) return [];
    const url = `${site}${base}status.json`;
    let published: Published;
    try {
      const { body } = await client.get(url, {
        accept: 'application/json',
        retry: false,
        deadlineMs: 20_000,
        maxBytes: 1 << 20,
      });
      published = { url, text: body };
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      published = { url, failure: error.what };
    }
    const problems = judgeFreshness(published, now);
    return problems.length === 0
      ? [ok('The published site is as new as the calendar says.', url)]
      : problems.map(({ what, remedy }) => warning(what, url, remedy));
  },
};
