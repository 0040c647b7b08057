import type { RowEntry, RowPaper } from '../query/views.ts';
import type { TopicMatch } from '../paper.ts';
import { safeUrl } from '../text/safe-url.ts';
import { label, paperLang, type RenderContext } from './context.ts';
import { html, join, raw, type Html } from './html.ts';
import { renderAuthors } from './render-authors.ts';
import { renderLinks } from './render-links.ts';
import { renderText } from './render-text.ts';
import { renderVenue } from './render-venue.ts';
import { renderFacets, renderWhy } from './render-why.ts';
import { paperUrl, topicUrl } from './urls.ts';

export interface RowOptions {
  /** `true`: the whole abstract, its first lines in view, and all that unfolds. `false`: title, authors, topics. */
  abstract: boolean;
  /** The topic whose page this is: its name is not repeated in each row. */
  topic?: string;
  /** What an update changed, after the badges. */
  note?: Html;
}

export const marksIn = (place: TopicMatch['place'], topics: readonly TopicMatch[]) =>
  topics.filter((match) => match.place === place);

function badges(paper: RowPaper, context: RenderContext): Html[] {
  const code = safeUrl(paper.links.find((link) => link.kind === 'code')?.url ?? '');
  return [
    ...(paper.withdrawn ? [html`<b class="gone">${label(context, 'withdrawn')}</b>`] : []),
    ...(paper.provisional ? [html`<b>${label(context, 'provisional')}</b>`] : []),
    ...(code ? [html`<a class="has" href="${code}">${label(context, 'code')}</a>`] : []),
  ];
}

/** Topic names as links; in both languages they lead to the topic's one page. */
export function renderTopics(
  topics: readonly TopicMatch[],
  context: RenderContext,
  except?: string,
): Html[] {
  return topics
    .filter(({ topic }) => topic !== except)
    .map(({ topic }) => {
      const name = context.topicNames.get(topic)?.[context.lang] ?? topic;
      return html`<a href="${topicUrl(context.base, topic)}" data-topic=${topic}>${name}</a>`;
    });
}

function unfolded({ paper, topics, facets }: RowEntry, context: RenderContext): Html {
  return html`<details>
    <summary>${label(context, 'more')}</summary>
    <p class="links">${join(renderLinks(paper, context), ' ')}</p>
    ${renderWhy(topics, context)}${renderFacets(facets, context)}
    <p class="cats">${paper.categories.join(' ')}</p>
  </details>`;
}

/**
 * A paper in a list, as `<li>`: title · authors · topics and badges · first lines of the abstract; all else unfolds.
 * On a byte budget: a day has 150 of them, so attributes are few and short words serve as classes.
 */
export function renderRow(entry: RowEntry, options: RowOptions, context: RenderContext): Html {
  const { paper, topics } = entry;
  const { math } = context;
  const title = renderText(paper.title, { marks: marksIn('title', topics), math });
  const lang = paperLang(context);
  const tags = join(
    [
      ...renderTopics(topics, context, options.topic),
      renderVenue(entry.venue),
      ...badges(paper, context),
      options.note,
    ],
    ' ',
  );
  const abstract =
    paper.abstract === null
      ? html`<p class="abs">${label(context, 'noAbstract')}</p>`
      : html`<p class="abs${lang}">
          ${renderText(paper.abstract, { marks: marksIn('abstract', topics), math })}
        </p>`;
  return html`<li class=row id="${paper.id}"><h3${lang}><a href="${paperUrl(context.base, paper.id)}">${title}</a></h3><p class=by>${renderAuthors(paper.authors, { whole: options.abstract })}</p>${tags.source !== '' && html`<p class="tags">${tags}</p>`}${options.abstract && html`${abstract}${unfolded(entry, context)}`}</li>`;
}

/** Rows in order, as the content of an `<ol>`. */
export function renderRows(
  entries: readonly RowEntry[],
  options: RowOptions,
  context: RenderContext,
): Html {
  return raw(entries.map((entry) => renderRow(entry, options, context).source).join('\n'));
}
