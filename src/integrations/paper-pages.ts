import type { Archive } from '../query/archive.ts';
import type { PaperView } from '../query/views.ts';
import type { RenderContext } from '../render/context.ts';
import { paperParts } from '../render/paper-parts.ts';
import { renderMath } from '../render/render-math.ts';
import type { EmitGroup } from './emit/groups.ts';
import { leanPolicy } from './lean-policy.ts';
import { cutShell } from './shell.ts';
import { thinMarkup } from './thin-markup.ts';
import type { SiteAddress } from './site-address.ts';

/** Gives the whole page of one paper. */
export type PaperPage = (view: PaperView) => string;

/**
 * Prepares the drawing of paper pages.
 * @param shell the page that Astro drew of `src/pages/papers/shell.astro`
 */
export function paperPage(archive: Archive, shell: string, { site, base }: SiteAddress): PaperPage {
  const page = cutShell(thinMarkup(leanPolicy(shell)));
  const { config } = archive;
  const context: RenderContext = {
    base,
    lang: 'en',
    switchable: true,
    topicNames: new Map(config.topics.map(({ id, name }) => [id, name])),
    math: renderMath,
  };
  const identity = { name: config.site.title.en, origin: site, base };
  return (view) => page(paperParts(view, context, identity));
}

/**
 * The pages of all papers of months in full form, one group an announcement day: a new day leaves the others as they are.
 */
export function paperPageGroups(archive: Archive, page: PaperPage): EmitGroup[] {
  const days = archive.paperDays().filter(({ date }) => archive.formOf(date) === 'full');
  return days.map(({ date, key }) => ({
    name: `papers/${date}`,
    folder: 'papers',
    key,
    *files() {
      for (const { id, key, view } of archive.paperPages(date)) {
        yield { path: `papers/${id}/index.html`, key, render: () => page(view) };
      }
    },
  }));
}
