import type { AstroIntegration } from 'astro';
import { archive } from '../query/shared-archive.ts';
import { apiGroups } from './api-files.ts';
import type { EmitFile } from './emit/groups.ts';
import type { SiteAddress } from './site-address.ts';

/** Gives the JSON files, which a build writes by its hook, to those who run `npm run dev`. */
export function emittedInDev(address: SiteAddress): AstroIntegration {
  return {
    name: 'emitted-in-dev',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = decodeURI((request.url ?? '').replace(/[?#].*/s, ''));
          if (!path.startsWith(`${address.base}api/`) || !path.endsWith('.json')) return next();
          void findFile(path.slice(address.base.length), address).then((file) => {
            if (file) response.setHeader('content-type', 'application/json; charset=utf-8');
            // oxlint-disable-next-line promise/no-callback-in-promise -- Connect goes on by a callback
            return file ? response.end(file.render()) : next();
          }, next);
        });
      },
    },
  };
}

async function findFile(path: string, address: SiteAddress): Promise<EmitFile | undefined> {
  for (const group of apiGroups(await archive(), address))
    for (const file of group.files()) if (file.path === path) return file;
  return undefined;
}
