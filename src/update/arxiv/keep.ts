import type { Config } from '../../config/config.ts';
import { compileTopics, type MatchText } from '../../match/compile-topics.ts';
import { keepRule, type KeepRule } from '../../match/keep-rule.ts';

/** Decides by title, abstract and categories whether a paper is kept, and by which category's rule; `null`: it is not. */
export type Keep = (paper: MatchText) => KeepRule | null;

/** Compiles the topics of `config.yaml` once. */
export function keeper(config: Pick<Config, 'topics' | 'arxiv'>): Keep {
  const matcher = compileTopics(config.topics);
  return (paper) =>
    keepRule(config.arxiv.categories, paper.categories, matcher.match(paper).length > 0);
}
