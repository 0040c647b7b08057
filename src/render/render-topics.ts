import type { TopicMatch } from '../paper.ts';
import type { RenderContext } from './context.ts';
import { html, type Html } from './html.ts';
import { topicUrl } from './urls.ts';

/**
 * Topic names as links, in the order of `config.yaml`; the browser knows the topic by where the link leads.
 * @param except the topic whose page this is
 */
export function renderTopics(
  topics: readonly TopicMatch[],
  context: RenderContext,
  except?: string,
): Html[] {
  return topics
    .filter(({ topic }) => topic !== except)
    .map(({ topic }) => {
      const name = context.topicNames.get(topic)?.[context.lang] ?? topic;
      return html`<a href="${topicUrl(context.base, topic)}">${name}</a>`;
    });
}
