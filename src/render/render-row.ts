import type { TopicMatch } from '../paper.ts';
import type { RowEntry } from '../query/views.ts';
import { safeUrl } from '../text/safe-url.ts';
import { label, paperLang, type RenderContext } from './context.ts';
import { html, join, nothing, raw, type Html } from './html.ts';
import { openingLength } from './opening.ts';
import { renderAuthors } from './render-authors.ts';
import { renderLinks } from './render-links.ts';
import { renderText, type Mark } from './render-text.ts';
import { renderTopics } from './render-topics.ts';
import { renderVenue } from './render-venue.ts';
import { renderFacets, renderWhy } from './render-why.ts';
import { paperUrl } from './urls.ts';

/**
 * How much of its paper a row holds beside title, authors, badges and topics. `opening`: that of the abstract, its first
 * lines in view, and links and reasons, which unfold. `fetched`: a sign that unfolds, upon which the browser brings all
 * of these from the paper's page (`src/client/unfold.ts`). `none`: nothing.
 */
export type RowDepth = 'opening' | 'fetched' | 'none';

export interface RowOptions {
  abstract: RowDepth;
  /** The topic whose page this is: its name is not repeated in each row. */
  topic?: string;
  /** Other topics are not named either: the paper's page does. */
  alone?: boolean;
  /** What an update changed, before the badges. */
  note?: Html;
}

/** The matched phrases of one place, as stretches to mark. */
export const marksIn = (place: TopicMatch['place'], topics: readonly TopicMatch[]): Mark[] =>
  topics.filter((match) => match.place === place);

function badges({ paper, venue }: RowEntry, context: RenderContext): Html[] {
  const code = safeUrl(paper.links.find((link) => link.kind === 'code')?.url ?? '');
  return [
    ...(paper.withdrawn ? [html`<b class=gone>${label(context, 'withdrawn')}</b>`] : []),
    ...(paper.provisional ? [html`<b>${label(context, 'provisional')}</b>`] : []),
    renderVenue(venue) ?? nothing,
    ...(code === null ? [] : [html`<a class=has href="${code}">${label(context, 'code')}</a>`]),
  ];
}

function opening({ paper, topics }: RowEntry, context: RenderContext): Html {
  if (paper.abstract === null) return html`<p class=abs>${label(context, 'noAbstract')}</p>`;
  const length = openingLength(paper.abstract);
  const marks = marksIn('abstract', topics).filter(({ end }) => end <= length);
  const text = renderText(paper.abstract.slice(0, length), { marks, math: context.math });
  const more = length < paper.abstract.length && ' …';
  return html`<p class=abs${paperLang(context)}>${text}${more}</p>`;
}

const sign = (context: RenderContext): Html => label(context, 'more', {}, 'summary');

function unfolded({ paper, topics, facets }: RowEntry, context: RenderContext): Html {
  return html`
    <details>${sign(context)}
    <p class=links>${join(renderLinks(paper, context), ' ')}</p>
    ${renderWhy(topics, context)}
    ${renderFacets(facets, context)}
    <p class=cats>${paper.categories.join(' ')}</p></details>`;
}

/**
 * A paper in a list, as `<li>`: title · authors · badges and topics · first lines of the abstract; all else unfolds.
 * The `<div>` is what a browser leaves undrawn until it comes near the window; the number, in the `<li>`, is counted on.
 * On a byte budget: a day has 150 of them, so attributes are few and short words serve as classes.
 */
export function renderRow(entry: RowEntry, options: RowOptions, context: RenderContext): Html {
  const { paper, topics } = entry;
  const title = renderText(paper.title, { marks: marksIn('title', topics), math: context.math });
  const tags = [
    options.note,
    ...badges(entry, context),
    ...(options.alone ? [] : renderTopics(topics, context, options.topic)),
  ];
  const line = join(tags, ' ');
  return html`
    <li class=row id="${paper.id}"><div>
    <h3${paperLang(context)}><a href="${paperUrl(context.base, paper.id)}">${title}</a></h3>
    <p class=by>${renderAuthors(paper.authors)}</p>
    ${line.source !== '' && html`<p class=tags>${line}</p>`}
    ${options.abstract === 'opening' && html`${opening(entry, context)}${unfolded(entry, context)}`}
    ${options.abstract === 'fetched' && html`<details>${sign(context)}</details>`}
    </div></li>`;
}

/** Rows in order, as the content of an `<ol>`. */
export function renderRows(
  entries: readonly RowEntry[],
  options: RowOptions,
  context: RenderContext,
): Html {
  return raw(entries.map((entry) => renderRow(entry, options, context).source).join('\n'));
}
