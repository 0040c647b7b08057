import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { loadEnvironment } from './src/env/load-environment.ts';
import { archiveFiles } from './src/integrations/archive-files.ts';
import { contentSecurityPolicy } from './src/integrations/content-security-policy.ts';
import { filesBeside } from './src/integrations/files-beside.ts';
import { devServer } from './src/integrations/dev-server.ts';
import { emittedInDev } from './src/integrations/emitted-in-dev.ts';
import { offline } from './src/integrations/offline.ts';
import { paperSitemapUrls } from './src/integrations/paper-sitemaps.ts';
import { lastModified } from './src/integrations/sitemap-dates.ts';
import { siteAddress } from './src/integrations/site-address.ts';
import { siteSalt } from './src/integrations/site-salt.ts';
import { locations } from './src/query/locations.ts';
import { archive } from './src/query/shared-archive.ts';

const root = import.meta.dirname;
const { cacheDir } = locations();
const papers = await archive();
const { config } = papers;
const cname = join(root, 'public/CNAME');
const environment = loadEnvironment();
const address = siteAddress(environment, {
  config: config.site,
  cname: existsSync(cname) ? readFileSync(cname, 'utf8') : undefined,
});
// Pages would take variables of these names, which test runners set, for Astro's own.
for (const name of ['BASE_URL', 'SITE']) delete process.env[name];
const salt = siteSalt(root, { config, address });

export default defineConfig({
  output: 'static',
  site: address.site,
  base: address.base,
  trailingSlash: 'always',
  outDir: environment.OUT_DIR || 'dist',
  cacheDir: join(cacheDir, 'astro'),
  build: { inlineStylesheets: 'never', concurrency: 1 },
  devToolbar: { enabled: false },
  security: { csp: contentSecurityPolicy },
  experimental: { incrementalBuild: true },
  vite: {
    // Part of Astro's config hash: an edit to code or config draws every page anew.
    define: { __SITE_SALT__: JSON.stringify(salt) },
    // The names of scripts stand in every page, so they are short.
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: { entryFileNames: '_astro/[hash].js', chunkFileNames: '_astro/[hash].js' },
          },
        },
      },
    },
  },
  integrations: [
    archiveFiles({ address, cacheDir, salt }),
    filesBeside({ address, cacheDir, salt, search: config.search.enabled }),
    sitemap({
      customSitemaps: paperSitemapUrls(papers, address),
      filter: (url) => !/\/(?:papers\/shell|offline|saved)\/$/.test(url),
      serialize: lastModified(papers, address),
      namespaces: { news: false, image: false, video: false, xhtml: false },
    }),
    offline(address.base),
    devServer(address),
    emittedInDev(address),
  ],
});
