import { expect, it } from 'vitest';
import { drawSample } from './draw-sample.ts';

const list = Array.from({ length: 100 }, (_, number) => number);

it('draws the same for the same seed, and something else for another', () => {
  expect(drawSample(list, 10, 7)).toEqual(drawSample(list, 10, 7));
  expect(drawSample(list, 10, 7)).not.toEqual(drawSample(list, 10, 8));
});

it('draws without repetition, and at most what there is', () => {
  expect(new Set(drawSample(list, 30, 1)).size).toBe(30);
  expect(drawSample(list, 500, 1).sort((a, b) => a - b)).toEqual(list);
});

it('draws each with about the same chance', () => {
  const counts = list.map(() => 0);
  for (let seed = 0; seed < 2000; seed++) {
    for (const number of drawSample(list, 10, seed)) counts[number] = (counts[number] ?? 0) + 1;
  }
  // 200 expected of each; five standard deviations are 67.
  expect(Math.min(...counts)).toBeGreaterThan(133);
  expect(Math.max(...counts)).toBeLessThan(267);
});
