import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteAddress, type SiteAddress } from '../integrations/site-address.ts';
import type { Check } from './context.ts';
import { note, ok, problem, warning, type Finding } from './finding.ts';

/** Where the site will be served, and whether what states it agrees. */
export const checkAddress: Check = {
  name: 'address',
  look({ root, environment, config }) {
    const file = join(root, 'public/CNAME');
    const cname = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
    let address: SiteAddress;
    try {
      address = siteAddress(environment, { ...(config ? { config: config.site } : {}), cname });
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      return [problem(what, 'SITE_URL, BASE_PATH, site.url or site.base', 'Correct the address.')];
    }
    const { site, base, from } = address;
    const where = `${site}${base}`;
    const found: Finding[] = [];
    if (cname !== undefined && !/^(?!-)[a-z0-9.-]+\.[a-z]{2,}$/i.test(cname)) {
      found.push(
        problem(
          `"${cname}" is not the name of a host.`,
          'public/CNAME',
          'Write the bare host name, as papers.example.org.',
        ),
      );
    } else if (cname !== undefined && new URL(site).hostname !== cname.toLowerCase()) {
      found.push(
        warning(
          `The site is built for ${site} (${from}), and GitHub Pages will serve it at ${cname}.`,
          'public/CNAME',
          'Let SITE_URL or site.url say the same host, or remove the file.',
        ),
      );
    }
    if (cname !== undefined && base !== '/') {
      found.push(
        warning(
          `A host of its own serves from /, and the site is built for ${base}.`,
          'BASE_PATH or site.base',
          'Unset it.',
        ),
      );
    }
    if (site.startsWith('http://localhost')) {
      found.push(
        note(
          'No public address is known here: links in feeds and sitemaps would point to localhost.',
          where,
          'Nothing in a workflow, which derives it; elsewhere set site.url in config.yaml or SITE_URL.',
        ),
      );
    } else if (site.startsWith('http:')) {
      found.push(
        warning('The address is not https.', `${where} (${from})`, 'Use the https address.'),
      );
    }
    return found.length > 0 ? found : [ok(`The site is built for ${where}, from ${from}.`, where)];
  },
};
