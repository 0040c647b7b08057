import { configLines, type OwnFeed } from '../feeds/config-lines.ts';
import type { Facts } from './facts.ts';
import type { Dimension, FilterState } from './filter-state.ts';
import type { FilterNames } from './names.ts';
import { wholeForms } from './phrases.ts';
import { readPhrases } from '../feeds/config-lines.ts';

export interface ViewLines {
  /** For `config.yaml`; empty when the view asks for no phrase. */
  lines: string;
  /** Parts of the view that a topic cannot ask for. */
  leftOut: Dimension[];
  /** The view is this topic and nothing else: it has a feed already. */
  isTopic: string | null;
}

/**
 * What of a view can be a topic: its words as whole words, or the phrases of what is mentioned; within a topic its layer
 * and categories. A topic's phrases are alternatives, so of words and facets only one kind can be taken.
 */
export function viewLines(
  state: FilterState,
  { topics, groups, facets }: FilterNames,
  papers: readonly Facts[],
): ViewLines {
  const { chosen } = state;
  const texts = papers.map(({ text }) => text);
  const words = wholeForms(state.q, texts);
  const chosenFacets = facets.flatMap(({ id: group, entries }) =>
    entries.filter(({ id }) => chosen.facet.includes(`${group}/${id}`)),
  );
  const phrases = words.length > 0 ? words : chosenFacets.flatMap((entry) => entry.phrases);
  const topic = topics.find(({ id }) => id === chosen.topic[0]);
  const group = topic?.group ?? groups[0]?.id ?? 'all';
  const within: OwnFeed['within'] =
    topic || chosen.category.length > 0
      ? {
          id: topic?.id ?? '',
          group,
          categories:
            chosen.category.length > 0 ? [...chosen.category] : (topic?.categories ?? null),
        }
      : null;
  const given = (name: Dimension) => chosen[name].length > 0;
  const leftOut = (['topic', 'venue', 'code'] as const).filter(given);
  const facetsLeft: Dimension[] = words.length > 0 && given('facet') ? ['facet'] : [];
  const onlyTopic =
    chosen.topic.length === 1 &&
    phrases.length === 0 &&
    readPhrases(state.without).length === 0 &&
    !given('category') &&
    !given('venue') &&
    !given('code');
  return {
    lines: configLines(
      { phrases: [...new Set(phrases)], without: wholeForms(state.without, texts), within },
      group,
    ),
    leftOut: [...leftOut, ...facetsLeft],
    isTopic: onlyTopic ? (chosen.topic[0] ?? null) : null,
  };
}
