import { expect, it } from 'vitest';
import { compileFacets } from './compile-facets.ts';

const finder = compileFacets([
  {
    id: 'embodiment',
    name: { en: 'Embodiment', zh: '本体' },
    entries: [
      { id: 'hand', name: { en: 'Hand', zh: '手' }, phrases: ['hand', 'robot hand'] },
      { id: 'quadruped', name: { en: 'Quadruped', zh: '四足' }, phrases: ['quadruped'] },
    ],
  },
  {
    id: 'hardware',
    name: { en: 'Hardware', zh: '硬件' },
    entries: [
      { id: 'g1', name: { en: 'Unitree G1', zh: '宇树 G1' }, phrases: ['G1', 'Unitree G1'] },
    ],
  },
]);

it('says what is mentioned, in the order of the config, with phrase and place', () => {
  const title = 'Robot hands';
  const abstract = 'On the Unitree G1.';
  expect(finder.find({ title, abstract })).toEqual([
    {
      group: 'embodiment',
      id: 'hand',
      name: { en: 'Hand', zh: '手' },
      phrase: 'robot hand',
      place: 'title',
      start: 0,
      end: 11,
    },
    expect.objectContaining({
      group: 'hardware',
      id: 'g1',
      phrase: 'Unitree G1',
      place: 'abstract',
      start: 7,
      end: 17,
    }),
  ]);
});

it('finds nothing in words that merely contain a phrase', () => {
  expect(finder.find({ title: 'Handling quadrupedal g1 shorthand', abstract: null })).toEqual([]);
});
