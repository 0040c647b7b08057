import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../config/parse-config.ts';
import { assess, type TunedPaper } from './assess.ts';
import { compare, type PhraseChange } from './compare.ts';
import { recentDays } from './recent.ts';

const config = (topics: string, categories = '{ cs.RO: all, cs.LG: matching }') =>
  parseConfig(
    `site: { title: T }\narxiv: { categories: ${categories} }\ntopics:\n${topics}`,
    'config.yaml',
  );

const hands =
  '  - { id: hands, name: Hands, include: [dexterous hand, gripper], exclude: [survey] }';

const papers: TunedPaper[] = [
  ['1', 'A dexterous hand', 'With a gripper.', 'cs.RO'],
  ['2', 'A gripper', 'Nothing else.', 'cs.LG'],
  ['3', 'A survey of grippers', 'All of them.', 'cs.LG'],
  ['4', 'Suction cups', 'They hold by vacuum.', 'cs.LG'],
  ['5', 'Walking', 'On legs.', 'cs.RO'],
].map(([id = '', title = '', abstract = '', category = '']) => ({
  id,
  title,
  abstract,
  categories: [category],
}));

const difference = (from: string, to: string, rules?: [string, string]) => {
  const [old, now] = [config(from, rules?.[0]), config(to, rules?.[1])];
  return compare(assess(old, papers), assess(now, papers), papers);
};

const phrase = (phrases: PhraseChange[] | undefined, of: string) =>
  phrases?.find((one) => one.phrase === of);

describe('compare', () => {
  it('tells which papers a new phrase brings, to the topic and to the archive', () => {
    const { kept, topics } = difference(hands, hands.replace('gripper', 'gripper, suction cup'));
    expect(kept).toEqual({
      before: 3,
      after: 4,
      gained: [{ id: '4', title: 'Suction cups', phrase: 'suction cup' }],
      lost: [],
    });
    expect(topics[0]).toMatchObject({ id: 'hands', state: 'same', before: 2, after: 3 });
    expect(phrase(topics[0]?.phrases, 'suction cup')).toEqual({
      phrase: 'suction cup',
      list: 'include',
      state: 'new',
      papers: 1,
      alone: 1,
      gained: 1,
      lost: 0,
    });
  });

  it('tells what a phrase brought that is taken away, also where another phrase still holds the paper', () => {
    const { kept, topics } = difference(hands, hands.replace(', gripper', ''));
    expect(kept.lost.map(({ id }) => id)).toEqual(['2']);
    expect(topics[0]?.lost).toEqual([{ id: '2', title: 'A gripper', phrase: 'gripper' }]);
    expect(phrase(topics[0]?.phrases, 'gripper')).toMatchObject({
      state: 'removed',
      papers: 2,
      alone: 1,
      lost: 2,
    });
  });

  it('counts for an excluding phrase the papers that it alone keeps out', () => {
    const { kept, topics } = difference(hands, hands.replace('survey', 'overview'));
    expect(kept.gained).toEqual([{ id: '3', title: 'A survey of grippers', phrase: 'gripper' }]);
    expect(phrase(topics[0]?.phrases, 'survey')).toMatchObject({ list: 'exclude', lost: 1 });
    expect(phrase(topics[0]?.phrases, 'overview')).toMatchObject({ state: 'new', papers: 0 });
  });

  it('takes phrases that match the same texts for one', () => {
    const { topics } = difference(hands, hands.replace('dexterous hand', 'Dexterous-Hands'));
    expect(phrase(topics[0]?.phrases, 'Dexterous-Hands')).toMatchObject({
      state: 'same',
      papers: 1,
      gained: 0,
      lost: 0,
    });
  });

  it('follows the rules of categories', () => {
    const rules: [string, string] = ['{ cs.RO: all, cs.LG: matching }', '{ cs.LG: matching }'];
    const { kept, topics } = difference(hands, hands, rules);
    expect(kept.lost.map(({ id, phrase: of }) => [id, of])).toEqual([
      ['1', 'dexterous hand'],
      ['5', null],
    ]);
    expect(topics[0]).toMatchObject({ gained: [], lost: [] });
  });

  it('lists new topics in their place and those that are gone last', () => {
    const walking = '  - { id: walking, name: Walking, include: [walking] }';
    const { topics } = difference(hands, walking);
    expect(topics.map(({ id, state, before, after }) => [id, state, before, after])).toEqual([
      ['walking', 'new', 0, 1],
      ['hands', 'removed', 2, 0],
    ]);
  });

  it('adds up: after is before plus gained minus lost, and both ways are each other’s mirror', () => {
    const words = ['gripper', 'survey', 'vacuum', 'legs', 'dexterous hand', 'walking'];
    const list = fc.uniqueArray(fc.constantFrom(...words), { minLength: 1 });
    const topics = fc.tuple(list, list).map(([include, exclude]) => {
      const without = exclude.filter((one) => !include.includes(one));
      return `  - { id: t, name: T, include: [${include.join(', ')}], exclude: [${without.join(', ')}] }`;
    });
    fc.assert(
      fc.property(topics, topics, (a, b) => {
        const there = difference(a, b);
        const back = difference(b, a);
        for (const change of [there.kept, ...there.topics])
          expect(change.after).toBe(change.before + change.gained.length - change.lost.length);
        expect(there.kept.gained).toEqual(back.kept.lost);
        expect(difference(a, a).topics.flatMap(({ gained, lost }) => [...gained, ...lost])).toEqual(
          [],
        );
      }),
    );
  });
});

describe('recentDays', () => {
  it('takes the days of the last thirty before the newest, wherever that lies', () => {
    const days = ['2026-11-24', '2026-10-26', '2026-10-25', '2024-01-01'].map((date) => ({ date }));
    expect(recentDays(days).map(({ date }) => date)).toEqual(['2026-11-24', '2026-10-26']);
    expect(recentDays([])).toEqual([]);
  });
});
