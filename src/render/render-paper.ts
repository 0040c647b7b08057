import type { Author } from '../paper.ts';
import type { PaperRef, PaperView } from '../query/views.ts';
import { label, paperLang, type RenderContext } from './context.ts';
import { html, join, nothing, type Html } from './html.ts';
import { renderLinks } from './render-links.ts';
import { renderMentions } from './render-mentions.ts';
import { renderRecord } from './render-record.ts';
import { marksIn } from './render-row.ts';
import { renderSummary } from './render-summary.ts';
import { renderText } from './render-text.ts';
import { renderVenue } from './render-venue.ts';
import { renderVersions } from './render-versions.ts';
import { renderFacets, renderWhy } from './render-why.ts';
import { paperUrl } from './urls.ts';

const person = ({ name, affiliation }: Author): Html =>
  html`${name}${affiliation && html` <small>(${affiliation})</small>`}`;

/** A link to another paper, in its title's words. */
function toPaper(ref: PaperRef, context: RenderContext, rel?: 'prev' | 'next'): Html {
  const title = renderText(ref.title, { math: context.math });
  return html`<a${rel && html` rel=${rel}`} href="${paperUrl(context.base, ref.id)}">${title}</a>`;
}

function similar(refs: readonly PaperRef[], context: RenderContext): Html {
  if (refs.length === 0) return nothing;
  const items = refs.map((ref) => html`<li>${toPaper(ref, context)}</li>`);
  return html`
    <section class=similar>${label(context, 'similar', {}, 'h2')}
    <ul>${items}</ul></section>`;
}

function around({ previous, next }: PaperView, context: RenderContext): Html {
  if (previous === null && next === null) return nothing;
  return html`
    <nav class=around>
    ${previous && toPaper(previous, context, 'prev')}
    ${next && toPaper(next, context, 'next')}
    </nav>`;
}

function abstract({ entry: { paper, topics } }: PaperView, context: RenderContext): Html {
  const text =
    paper.abstract === null
      ? label(context, 'noAbstract')
      : renderText(paper.abstract, { marks: marksIn('abstract', topics), math: context.math });
  return html`<p class=abs>${text}</p>`;
}

/** The title, and all that a reader wants to see first. */
function head({ entry }: PaperView, context: RenderContext): Html {
  const { paper, topics, venue } = entry;
  const title = renderText(paper.title, { marks: marksIn('title', topics), math: context.math });
  return html`
    <h1>${title}</h1>
    <p class=by>${join(paper.authors.map(person), ', ')}</p>
    ${venue && html`<p class=tags>${renderVenue(venue)}</p>`}
    ${renderWhy(topics, context, true)}
    <p class=links>${join(renderLinks(paper, context), ' ')}</p>
    ${paper.withdrawn && html`<p class=notice>${label(context, 'withdrawnNote')}</p>`}
    ${paper.provisional && html`<p class=notice>${label(context, 'provisionalNote')}</p>`}`;
}

/**
 * All that is known of a paper: the content of its own page, of the pane beside a list, and what a row unfolds to.
 * Drawn once a paper and build, so that fifty thousand pages cost seconds. The browser fills `.cite` with BibTeX and
 * RIS, which it makes from the citation tags in the head.
 */
export function renderPaper(view: PaperView, context: RenderContext): Html {
  const { paper, facets } = view.entry;
  return html`
    <article class=paper${paperLang(context)}>
    ${head(view, context)}
    ${abstract(view, context)}
    ${renderSummary(view.entry.paper.summary, context)}
    <div class=facts>
    ${renderFacets(facets, context)}
    ${renderRecord(view.entry, context)}
    <p class=cite></p></div>
    ${renderVersions(paper, context)}
    ${renderMentions(view.mentions, context)}
    ${similar(view.similar, context)}
    ${around(view, context)}
    </article>`;
}
