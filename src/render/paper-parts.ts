import type { PaperView } from '../query/views.ts';
import type { RenderContext } from './context.ts';
import { paperHead, type SiteIdentity } from './paper-head.ts';
import { renderPaper } from './render-paper.ts';

/**
 * What is of one paper in its page, by the names of the places in the shell (`<!--paper:head-->`, `<!--paper:body-->` in
 * `src/pages/papers/shell.astro`); the rest is drawn once a build.
 */
export function paperParts(
  view: PaperView,
  context: RenderContext,
  site: SiteIdentity,
): Record<'head' | 'body', string> {
  return { head: paperHead(view, site).source, body: renderPaper(view, context).source };
}
