import type { CategoryRule } from '../config/config.ts';

/** Why a paper is kept: the category that decided, and its rule. */
export interface KeepRule {
  category: string;
  rule: CategoryRule;
}

/**
 * The rule by which a paper is kept: `all` when one of its categories keeps every paper, else `matching` when a topic
 * matches and one of its categories is listed; `null` when it is not kept.
 * @param rules `config.arxiv.categories`
 * @param matches whether any topic matched
 */
export function keepRule(
  rules: Readonly<Record<string, CategoryRule>>,
  categories: readonly string[],
  matches: boolean,
): KeepRule | null {
  const listed = categories.filter((category) => Object.hasOwn(rules, category));
  const all = listed.find((category) => rules[category] === 'all');
  if (all !== undefined) return { category: all, rule: 'all' };
  const first = listed[0];
  return matches && first !== undefined ? { category: first, rule: 'matching' } : null;
}
