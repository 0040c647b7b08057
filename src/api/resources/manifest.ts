import { z } from 'astro/zod';
import { digest } from '../../query/digest.ts';
import { resource, single } from '../resource.ts';
import { count, instant, url } from '../shapes/basics.ts';

export const manifest = resource({
  name: 'manifest',
  path: 'api/v1/manifest.json',
  title: { en: 'Manifest', zh: '清单' },
  description: {
    en: 'What the snapshot behind these files holds, how each source stands, and where everything is.',
    zh: '数据快照的内容、各来源的状态，以及各文件的位置。',
  },
  schema: z.object({
    schema_version: z.int().describe('Form of the snapshot; fields are added, never renamed.'),
    kinds: z.record(z.string(), z.object({ files: count, rows: count, bytes: count })),
    sources: z.record(
      z.string(),
      z.object({
        state: z.enum(['new', 'quiet', 'unproved', 'stale', 'failing']),
        since: instant,
        last_success: instant.nullable(),
        last_new: instant.nullable(),
      }),
    ),
    status: url.describe('State of the data and of the last runs.'),
    openapi: url,
    data: url.describe('SQLite, Parquet and more, with their sha256.'),
  }),
  files: ({ archive, home }) => {
    const found = archive.manifest();
    return single(digest(JSON.stringify([found.files, found.sources])), () => ({
      schema_version: found.schema_version,
      kinds: Object.fromEntries(
        [
          ...Map.groupBy(Object.entries(found.files), ([path]) => path.slice(0, path.indexOf('/'))),
        ].map(([kind, files]) => [
          kind,
          {
            files: files.length,
            rows: files.reduce((sum, [, { rows }]) => sum + rows, 0),
            bytes: files.reduce((sum, [, { bytes }]) => sum + bytes, 0),
          },
        ]),
      ),
      sources: Object.fromEntries(
        Object.entries(found.sources).map(([name, { state, since, last_success, last_new }]) => [
          name,
          { state, since, last_success, last_new },
        ]),
      ),
      status: `${home}status.json`,
      openapi: `${home}api/openapi.json`,
      data: `${home}data/manifest.json`,
    }));
  },
});
