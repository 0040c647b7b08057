import type { TopicMatch } from '../paper.ts';
import type { FacetMention } from '../query/views.ts';
import { label, type RenderContext } from './context.ts';
import { html, join, nothing, type Html } from './html.ts';
import { topicUrl } from './urls.ts';

/**
 * Why a paper is here: each topic with the phrase that matched and where it stands.
 * @param linked the topics' names lead to their pages; where they do so already, beside this list, they are names alone
 */
export function renderWhy(
  topics: readonly TopicMatch[],
  context: RenderContext,
  linked = false,
): Html {
  if (topics.length === 0) return nothing;
  const reasons = topics.map(({ topic, phrase, place }) => {
    const name = context.topicNames.get(topic)?.[context.lang] ?? topic;
    const where = label(context, place === 'title' ? 'inTitle' : 'inAbstract');
    const named = linked
      ? html`<a href="${topicUrl(context.base, topic)}">${name}</a>`
      : html`<b data-topic=${topic}>${name}</b>`;
    return html`<li>${named} “${phrase}” ${where}</li>`;
  });
  return html`<ul class=why>${reasons}</ul>`;
}

/** Robots, hardware, simulators and benchmarks that the text mentions. */
export function renderFacets(facets: readonly FacetMention[], context: RenderContext): Html {
  if (facets.length === 0) return nothing;
  const names = facets.map(({ id, name }) => html`<b data-facet=${id}>${name[context.lang]}</b>`);
  return html`<p class=facets>${label(context, 'facets')} ${join(names, ', ')}</p>`;
}
