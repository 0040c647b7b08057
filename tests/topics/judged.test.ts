/**
 * The shipped topics on real papers that were read and judged one by one; docs/topics-evaluation.md says how they were
 * drawn. `judged.ndjson` holds facts only: ids, and which topics are right, wrong or missing.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { compileTopics } from '../../src/match/compile-topics.ts';
import { keepRule } from '../../src/match/keep-rule.ts';
import { hasRealRecords, readRealRecords, sharedData } from '../real-records.ts';

interface Judged {
  id: string;
  /** Topics that a reader of the topic would want to see the paper under; of a paper that is kept. */
  right?: string[];
  /** Topics that match although they should not: known mistakes. */
  wrong?: string[];
  /** Not kept, as it should be. */
  rejected?: true;
  /** Not kept although it is about robots or embodied agents: a known mistake. */
  missed?: true;
}

const judged = readFileSync(`${import.meta.dirname}/judged.ndjson`, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Judged => JSON.parse(line));

if (!hasRealRecords) {
  console.warn(`Skipped: no real records in ${sharedData}; SHARED_DATA names another folder.`);
}

describe.skipIf(!hasRealRecords)('the shipped topics on judged papers', async () => {
  const { topics, arxiv } = await readConfig();
  const matcher = compileTopics(topics);
  const records = new Map(hasRealRecords ? readRealRecords().map((one) => [one.id, one]) : []);
  const outcome = (id: string) => {
    const paper = records.get(id);
    if (paper === undefined) throw new Error(`${id} is not among the real records`);
    const matched = matcher.match(paper).map(({ topic }) => topic);
    const kept = keepRule(arxiv.categories, paper.categories, matched.length > 0) !== null;
    return { matched, kept };
  };

  it('match as judged; a difference is for reading the paper and correcting its line', () => {
    const differences = judged.flatMap(
      ({ id, right = [], wrong = [], rejected, missed }): object[] => {
        const { matched, kept } = outcome(id);
        if (rejected ?? missed) return kept ? [{ id, kept }] : [];
        const expected = new Set([...right, ...wrong]);
        const same = matched.length === expected.size && matched.every((one) => expected.has(one));
        return kept && same ? [] : [{ id, kept, matched, judged: [...expected] }];
      },
    );
    expect(differences).toEqual([]);
  });

  it('at least 95 % of the assignments are right', () => {
    const right = judged.reduce((sum, one) => sum + (one.right?.length ?? 0), 0);
    const wrong = judged.reduce((sum, one) => sum + (one.wrong?.length ?? 0), 0);
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.95);
  });

  it('less than 15 % of the robotics papers have no topic', () => {
    const robotics = [...records.values()].filter((one) => one.categories.includes('cs.RO'));
    const without = robotics.filter((one) => matcher.match(one).length === 0);
    expect(without.length / robotics.length).toBeLessThan(0.15);
  });
});
