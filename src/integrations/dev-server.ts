import type { AstroIntegration } from 'astro';
import { locations } from '../query/locations.ts';
import { archive, forgetArchive } from '../query/shared-archive.ts';
import { paperPage } from './paper-pages.ts';
import type { SiteAddress } from './site-address.ts';

/**
 * What a build does by hooks, for `npm run dev`: paper pages are filled when they are asked for, and a changed snapshot
 * or config is read anew.
 */
export function devServer(address: SiteAddress): AstroIntegration {
  const { dataDir, configFile } = locations();
  return {
    name: 'dev-server',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const inputs = [`${dataDir}/manifest.json`, configFile];
        server.watcher.add(inputs);
        server.watcher.on('change', (path) => {
          if (!inputs.some((input) => path.endsWith(input))) return;
          forgetArchive();
          server.hot.send({ type: 'full-reload' });
        });
        server.middlewares.use((request, response, next) => {
          const id = paperId(request.url ?? '', address.base);
          if (id === null) return next();
          const shell = new URL(`${address.base}papers/shell/`, `http://${request.headers.host}`);
          void drawPaper(id, shell, address).then(
            (page) => response.setHeader('content-type', 'text/html; charset=utf-8').end(page),
            next,
          );
        });
      },
    },
  };
}

function paperId(url: string, base: string): string | null {
  const path = decodeURI(url.replace(/[?#].*/s, ''));
  const id = path.startsWith(`${base}papers/`) && /papers\/(.+)\/$/.exec(path)?.[1];
  return id && id !== 'shell' ? id : null;
}

async function drawPaper(id: string, shell: URL, address: SiteAddress): Promise<string> {
  const papers = await archive();
  const view = papers.paper(id);
  const html = await (await fetch(shell)).text();
  return paperPage(papers, html, address)(view);
}
