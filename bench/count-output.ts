import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface Share {
  kind: string;
  files: number;
  bytes: number;
}

/** Top folders that are told apart, with what a reader calls them. */
const KINDS: Readonly<Record<string, string>> = {
  papers: 'paper pages',
  days: 'day pages',
  months: 'month pages',
  topics: 'topic pages',
  author: 'shelves of authors',
  week: 'week pages',
  trends: 'trends',
  _astro: 'scripts and styles',
  feeds: 'feeds',
  api: 'JSON',
  data: 'data files',
  'search-index': 'search index',
  public: 'other',
};

/** Where the bytes of a built site go, the largest share first. */
export function countOutput(dir: string): Share[] {
  const shares = new Map<string, Share>();
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const [top = '', ...rest] = relative(dir, file).split('/');
    const kind =
      (rest.length > 0 && KINDS[top]) || (top.startsWith('sitemap') ? 'sitemaps' : 'other');
    const share = shares.get(kind) ?? { kind, files: 0, bytes: 0 };
    share.files += 1;
    share.bytes += statSync(file).size;
    shares.set(kind, share);
  }
  return [...shares.values()].sort((a, b) => b.bytes - a.bytes);
}

export function totalBytes(shares: readonly Share[]): number {
  return shares.reduce((sum, { bytes }) => sum + bytes, 0);
}
