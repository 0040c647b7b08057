import type { Archive } from '../query/archive.ts';
import { authorShelfParts, type ShownShelf } from '../render/render-author-shelf.ts';
import { renderMath } from '../render/render-math.ts';
import type { RenderContext } from '../render/context.ts';
import type { EmitGroup } from './emit/groups.ts';
import { leanPolicy } from './lean-policy.ts';
import { cutShell } from './shell.ts';
import type { SiteAddress } from './site-address.ts';
import { thinMarkup } from './thin-markup.ts';

/**
 * The pages of authors with at least three papers, in the frame of the paper pages; one group a shelf, so that a day
 * reads and writes those of its own authors alone.
 * @param shell the page that Astro drew of `src/pages/papers/shell.astro`
 */
export function authorPageGroups(
  archive: Archive,
  shell: string,
  { site, base }: SiteAddress,
): EmitGroup[] {
  const page = cutShell(thinMarkup(leanPolicy(shell)));
  const context: RenderContext = {
    base,
    lang: 'en',
    switchable: true,
    topicNames: new Map(),
    math: renderMath,
  };
  const identity = { name: archive.config.site.title.en, origin: site, base };
  const to = archive.authors.to();
  const of = (shelf: string): ShownShelf => ({ shelf, authors: archive.authors.on(shelf), to });
  return archive.authors.list().map(({ shelf, key }) => ({
    // Letters of other scripts may not be allowed in the name of a file.
    name: `authors/${Buffer.from(shelf).toString('hex')}`,
    folder: 'author',
    key,
    files: () => [
      {
        path: `author/${shelf}/index.html`,
        key,
        render: () => page(authorShelfParts(of(shelf), context, identity)),
      },
    ],
  }));
}
