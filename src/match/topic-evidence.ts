import type { Topic } from '../config/config.ts';
import type { Occurrence } from './phrase-lists.ts';

/** What speaks for and against a paper's being in a topic. */
export interface TopicEvidence {
  topic: Topic;
  /** Phrases that count for the topic, the first of them first. */
  included: Occurrence[];
  /** Phrases that stand in the abstract but do not count there. */
  passing: {
    /** Of `weak_include`: one sentence has them all. */
    weak: Occurrence[];
    /** Of `title_include`. */
    titled: Occurrence[];
  };
  excluded: Occurrence[];
  /** False when the topic asks for categories and the paper has none of them. */
  inCategories: boolean;
  /**
   * Whether the paper is in the topic's context, by a category or because its phrases are a subject of the paper;
   * `null` when the topic has none.
   */
  context: { holds: boolean; category: string | null; phrases: Occurrence[] } | null;
}

export type TopicVerdict = 'matched' | 'no phrase' | 'excluded' | 'other categories' | 'no context';

/** What follows from the evidence: the first reason against, or `matched`. */
export function topicVerdict(evidence: TopicEvidence): TopicVerdict {
  const { included, excluded, inCategories, context } = evidence;
  if (included.length === 0) return 'no phrase';
  if (excluded.length > 0) return 'excluded';
  if (!inCategories) return 'other categories';
  return context === null || context.holds ? 'matched' : 'no context';
}
