import type { PaperRef, PaperView } from '../query/views.ts';
import type { Author } from '../paper.ts';
import { bibtex } from './cite.ts';
import { label, paperLang, type RenderContext } from './context.ts';
import { html, join, type Html } from './html.ts';
import { renderLinks } from './render-links.ts';
import { renderRecord } from './render-record.ts';
import { marksIn, renderTopics } from './render-row.ts';
import { renderText } from './render-text.ts';
import { renderVenue } from './render-venue.ts';
import { renderVersions } from './render-versions.ts';
import { renderFacets, renderWhy } from './render-why.ts';
import { paperUrl } from './urls.ts';

const person = ({ name, affiliation }: Author): Html =>
  html`${name}${affiliation && html` <small>(${affiliation})</small>`}`;

function neighbour(
  ref: PaperRef | null,
  rel: 'prev' | 'next',
  context: RenderContext,
): Html | false {
  if (ref === null) return false;
  const title = renderText(ref.title, { math: context.math });
  return html`<a rel=${rel} href="${paperUrl(context.base, ref.id)}">${title}</a>`;
}

function similar(refs: readonly PaperRef[], context: RenderContext): Html | false {
  if (refs.length === 0) return false;
  const items = refs.map(
    (ref) =>
      html`<li>
        <a href="${paperUrl(context.base, ref.id)}"
          >${renderText(ref.title, { math: context.math })}</a
        >
      </li>`,
  );
  return html`<section>
    <h2>${label(context, 'similar')}</h2>
    <ul class="similar">
      ${items}
    </ul>
  </section>`;
}

function notices({ entry: { paper } }: PaperView, context: RenderContext): Html[] {
  return [
    ...(paper.withdrawn ? [html`<p class="notice">${label(context, 'withdrawnNote')}</p>`] : []),
    ...(paper.provisional
      ? [html`<p class="notice">${label(context, 'provisionalNote')}</p>`]
      : []),
  ];
}

/**
 * All that is known of a paper: the content of its own page, and of the pane beside a list. Drawn once a paper and
 * build, so that fifty thousand pages cost seconds.
 */
export function renderPaper(view: PaperView, context: RenderContext): Html {
  const { paper, topics, venue, facets } = view.entry;
  const { math } = context;
  const abstract =
    paper.abstract === null
      ? html`<p class="abs">${label(context, 'noAbstract')}</p>`
      : html`<p class="abs">
          ${renderText(paper.abstract, { marks: marksIn('abstract', topics), math })}
        </p>`;
  const tags = join([renderVenue(venue), ...renderTopics(topics, context)], ' ');
  const around = [neighbour(view.previous, 'prev', context), neighbour(view.next, 'next', context)];
  return html`<article class="paper${paperLang(context)}">
    <h1>${renderText(paper.title, { marks: marksIn('title', topics), math })}</h1>
    <p class="by">${join(paper.authors.map(person), ', ')}</p>
    <p class="tags">${tags}</p>
    <p class="links">${join(renderLinks(paper, context), ' ')}</p>
    ${notices(view, context)}${abstract}${renderWhy(topics, context)}${renderFacets(facets, context)}${renderRecord(view.entry, context)}${renderVersions(paper, context)}
    <details class="cite">
      <summary>${label(context, 'cite')}</summary>
      <pre>${bibtex(paper)}</pre>
    </details>
    ${similar(view.similar, context)}${around.some(Boolean) && html`<nav class="around">${around}</nav>`}
  </article>`;
}
