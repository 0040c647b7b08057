import type { AstroIntegration } from 'astro';
import { feedFiles, type FeedFile } from '../feeds/feed-files.ts';
import { archive } from '../query/shared-archive.ts';
import { apiGroups } from './api-files.ts';
import type { SiteAddress } from './site-address.ts';

/** Gives the JSON files and the feeds, which a build writes by its hooks, to those who run `npm run dev`. */
export function emittedInDev(address: SiteAddress): AstroIntegration {
  return {
    name: 'emitted-in-dev',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = decodeURI((request.url ?? '').replace(/[?#].*/s, ''));
          if (!path.startsWith(address.base) || !/\.(?:json|xml|opml)$/.test(path)) return next();
          void findFile(path.slice(address.base.length), address).then((file) => {
            if (file) response.setHeader('content-type', file.type);
            // oxlint-disable-next-line promise/no-callback-in-promise -- Connect goes on by a callback
            return file ? response.end(file.bytes()) : next();
          }, next);
        });
      },
    },
  };
}

async function findFile(path: string, address: SiteAddress): Promise<FeedFile | undefined> {
  const papers = await archive();
  if (path === 'rss.xml' || path.startsWith('feeds/'))
    return feedFiles(papers, address)
      .flatMap(({ files }) => files())
      .find((file) => file.path === path);
  const groups = path.startsWith('api/') ? apiGroups(papers, address) : [];
  for (const group of groups)
    for (const file of group.files())
      if (file.path === path)
        return {
          path,
          type: 'application/json; charset=utf-8',
          bytes: () => Buffer.from(file.render()),
        };
  return undefined;
}
