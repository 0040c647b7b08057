import type { Topic } from '../config/config.ts';
import type { TopicMatch } from '../paper.ts';
import { indexPhrases } from './phrase-index.ts';

/** What of a paper decides its topics. */
export interface MatchText {
  title: string;
  /** `null` when not known. */
  abstract: string | null;
  categories: readonly string[];
}

export interface TopicMatcher {
  /**
   * The topics of a paper in the order of `config.yaml`, each with its first phrase: title before abstract, then the
   * earliest, then the longest. Offsets count UTF-16 units of the given title or abstract.
   */
  match(text: MatchText): TopicMatch[];
}

/** What an occurrence of a phrase means: that it includes or excludes a topic, or puts the paper in a context. */
export type PhraseRole = { role: 'include' | 'exclude' | 'context'; topic: number; phrase: string };

/** Every phrase of every topic with its role; a context's phrases once per topic that names it. */
export function phraseRoles(topics: readonly Topic[]): [string, PhraseRole][] {
  return topics.flatMap(({ include, exclude, context }, topic) => {
    const as = (role: PhraseRole['role'], phrases: readonly string[]) =>
      phrases.map((phrase): [string, PhraseRole] => [phrase, { role, topic, phrase }]);
    return [
      ...as('include', include),
      ...as('exclude', exclude),
      ...as('context', context?.phrases ?? []),
    ];
  });
}

/** Compiles the topics once; matching an abstract then reads it once, whatever the number of phrases. */
export function compileTopics(topics: readonly Topic[]): TopicMatcher {
  const index = indexPhrases(phraseRoles(topics));

  return {
    match({ title, abstract, categories }) {
      const first: (TopicMatch | undefined)[] = [];
      const excluded = new Set<number>();
      const inContext = new Set<number>();
      const read = (place: 'title' | 'abstract', text: string) =>
        index.each(text, ({ role, topic, phrase }, start, end) => {
          if (role === 'exclude') excluded.add(topic);
          else if (role === 'context') inContext.add(topic);
          else if (isEarlier(first[topic], place, start, end)) {
            first[topic] = { topic: topics[topic]?.id ?? '', phrase, place, start, end };
          }
        });
      read('title', title);
      if (abstract !== null) read('abstract', abstract);

      return topics.flatMap((topic, number) => {
        const match = first[number];
        if (match === undefined || excluded.has(number)) return [];
        if (!isInCategories(topic, categories)) return [];
        if (!isContextByCategory(topic, categories) && !inContext.has(number)) return [];
        return [match];
      });
    },
  };
}

/** The first by place and start wins; of those that start together, the longest. */
function isEarlier(
  known: TopicMatch | undefined,
  place: TopicMatch['place'],
  start: number,
  end: number,
): boolean {
  if (known === undefined) return true;
  return known.place === place && known.start === start && end > known.end;
}

/** Whether a topic that asks for categories has one of the paper's. */
export function isInCategories({ categories }: Topic, of: readonly string[]): boolean {
  return categories === null || categories.some((category) => of.includes(category));
}

/** Whether a topic needs no context, or the paper's categories are enough for it. */
export function isContextByCategory({ context }: Topic, of: readonly string[]): boolean {
  return context === null || context.categories.some((category) => of.includes(category));
}
