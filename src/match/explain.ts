import type { CategoryRule, Topic } from '../config/config.ts';
import { compileTopics, type MatchText } from './compile-topics.ts';
import { keepRule, type KeepRule } from './keep-rule.ts';
import { topicVerdict, type TopicEvidence, type TopicVerdict } from './topic-evidence.ts';

/** Why a paper is or is not in the archive, and in which topics: everything that speaks for it and against it. */
export interface Explanation {
  /** The paper's categories in its order, each with the config's rule; `null` when the config does not list it. */
  categories: { category: string; rule: CategoryRule | null }[];
  /** Every topic, in the order of `config.yaml`. */
  topics: (TopicEvidence & { verdict: TopicVerdict })[];
  /** The rule by which it is kept; `null` when it is not. */
  kept: KeepRule | null;
}

export function explain(
  config: { topics: readonly Topic[]; rules: Readonly<Record<string, CategoryRule>> },
  text: MatchText,
): Explanation {
  const topics = compileTopics(config.topics)
    .evidence(text)
    .map((evidence) => Object.assign(evidence, { verdict: topicVerdict(evidence) }));
  const matches = topics.some(({ verdict }) => verdict === 'matched');
  return {
    categories: text.categories.map((category) => ({
      category,
      rule: Object.hasOwn(config.rules, category) ? (config.rules[category] ?? null) : null,
    })),
    topics,
    kept: keepRule(config.rules, text.categories, matches),
  };
}
