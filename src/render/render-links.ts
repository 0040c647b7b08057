import type { RowPaper } from '../query/views.ts';
import { safeUrl } from '../text/safe-url.ts';
import { label, type RenderContext } from './context.ts';
import { html, type Html } from './html.ts';
import { arxivUrl } from './urls.ts';

/** Where a paper can be read and what belongs to it: arXiv, PDF, HTML, then code, project, data, video, model. */
export function renderLinks(paper: Pick<RowPaper, 'id' | 'links'>, context: RenderContext): Html[] {
  const own = (['abs', 'pdf', 'html'] as const).map(
    (kind) => html`<a href="${arxivUrl(kind, paper.id)}">${label(context, kind)}</a>`,
  );
  const others = paper.links.flatMap((link) => {
    const url = safeUrl(link.url);
    return url === null ? [] : [html`<a href="${url}">${label(context, link.kind)}</a>`];
  });
  return [...own, ...others];
}
