import type { Topic, TopicContext } from '../config/config.ts';
import type { TopicMatch } from '../paper.ts';
import {
  comesBefore,
  compilePhraseLists,
  type Occurrence,
  type PaperText,
} from './phrase-lists.ts';

/** What of a paper decides its topics. */
export interface MatchText extends PaperText {
  categories: readonly string[];
}

export interface TopicMatcher {
  /**
   * The topics of a paper in the order of `config.yaml`, each with its first phrase: title before abstract, then the
   * earliest, then the longest. Offsets count UTF-16 units of the given title or abstract.
   */
  match(text: MatchText): TopicMatch[];
  /** Per topic, in the order of `config.yaml`, everything that speaks for or against it. */
  evidence(text: MatchText): TopicEvidence[];
}

/** What decides whether a paper is in a topic. */
export interface TopicEvidence {
  topic: Topic;
  included: Occurrence[];
  excluded: Occurrence[];
  /** False when the topic asks for categories and the paper has none of them. */
  inCategories: boolean;
  /** By what the paper is in the topic's context: a category, phrases, or nothing; `null` when the topic has none. */
  context: { category: string | null; phrases: Occurrence[] } | null;
}

/** Compiles the topics once; matching an abstract then reads it once, whatever the number of phrases. */
export function compileTopics(topics: readonly Topic[]): TopicMatcher {
  const contexts = new Map<string, TopicContext>();
  for (const { context } of topics) if (context !== null) contexts.set(context.id, context);
  const lists = compilePhraseLists([
    ...topics.map(({ include }) => include),
    ...topics.map(({ title_include: inTitle }) => inTitle),
    ...topics.map(({ exclude }) => exclude),
    ...[...contexts.values()].map(({ phrases }) => phrases),
  ]);
  const contextIds = [...contexts.keys()];
  /** The results of a topic out of one per list. */
  const pick = <T>(results: readonly T[], number: number, { context }: Topic) => ({
    anywhere: results[number],
    inTitle: results[topics.length + number],
    exclude: results[2 * topics.length + number],
    context: context && results[3 * topics.length + contextIds.indexOf(context.id)],
  });

  return {
    match(text) {
      const firsts = lists.first(text);
      return topics.flatMap((topic, number) => {
        const { anywhere, inTitle, exclude, context } = pick(firsts, number, topic);
        const titled = inTitle?.place === 'title' ? inTitle : undefined;
        const include = [anywhere, titled].filter((hit) => hit !== undefined).sort(comesBefore)[0];
        if (include === undefined || exclude !== undefined) return [];
        if (!isInCategories(topic, text.categories)) return [];
        if (topic.context !== null && !context && contextCategory(topic.context, text) === null) {
          return [];
        }
        return [{ topic: topic.id, ...include }];
      });
    },
    evidence(text) {
      const found = lists.all(text);
      return topics.map((topic, number) => {
        const { anywhere = [], inTitle = [], exclude, context } = pick(found, number, topic);
        const titled = inTitle.filter(({ place }) => place === 'title');
        return {
          topic,
          included: [...anywhere, ...titled].sort(comesBefore),
          excluded: exclude ?? [],
          inCategories: isInCategories(topic, text.categories),
          context: topic.context && {
            category: contextCategory(topic.context, text),
            phrases: context ?? [],
          },
        };
      });
    },
  };
}

function isInCategories(topic: Topic, categories: readonly string[]): boolean {
  return topic.categories === null || topic.categories.some((one) => categories.includes(one));
}

function contextCategory(context: TopicContext, { categories }: MatchText): string | null {
  return context.categories.find((category) => categories.includes(category)) ?? null;
}
