import { mkdirSync } from 'node:fs';
import { feedFiles } from '../../feeds/feed-files.ts';
import type { Archive } from '../../query/archive.ts';
import { emitGroups } from '../emit/emit-groups.ts';
import type { EmitReport } from '../emit/groups.ts';
import type { SiteAddress } from '../site-address.ts';

/**
 * Feeds in every format. Nearly all change with a day's news; those that do not come out of the cache.
 * @param salt what feeds depend on beside their items: code, config, address
 */
export function writeFeeds(
  papers: Archive,
  {
    address,
    outDir,
    cacheDir,
    salt,
  }: { address: SiteAddress; outDir: string; cacheDir: string; salt: string },
): EmitReport {
  mkdirSync(outDir, { recursive: true });
  const groups = feedFiles(papers, address).map(({ name, key, files }) => ({
    name: `feeds/${name}`,
    folder: null,
    key,
    files: () => files().map(({ path, bytes }) => ({ path, key, render: bytes })),
  }));
  return emitGroups(groups, { outDir, cacheDir, salt, held: new Set() });
}
