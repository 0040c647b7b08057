import { expect, it } from 'vitest';
import { keepRule } from './keep-rule.ts';

const rules = { 'cs.RO': 'all', 'cs.CV': 'matching', 'cs.LG': 'matching' } as const;

it('keeps every paper of a category with `all`, cross-listed or not', () => {
  expect(keepRule(rules, ['math.OC', 'cs.RO'], false)).toEqual({ category: 'cs.RO', rule: 'all' });
});

it('keeps a paper of a category with `matching` when a topic matches', () => {
  expect(keepRule(rules, ['cs.CV', 'cs.LG'], true)).toEqual({
    category: 'cs.CV',
    rule: 'matching',
  });
  expect(keepRule(rules, ['cs.CV', 'cs.LG'], false)).toBeNull();
});

it('does not keep a paper of other categories, whatever matches', () => {
  expect(keepRule(rules, ['hep-th', 'constructor'], true)).toBeNull();
});
