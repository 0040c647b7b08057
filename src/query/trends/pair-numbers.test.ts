import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PairNumbers } from './pair-numbers.ts';

const whole = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 2 ** 31 - 1 }));

it('numbers pairs in the order in which they were met, however small the table was', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(whole, whole), { maxLength: 200 }), (pairs) => {
      const numbers = new PairNumbers(4);
      const known = [...new Set(pairs.map(String))];
      for (const pair of pairs) expect(numbers.of(...pair)).toBe(known.indexOf(String(pair)));
      expect(numbers.firsts.map((first, at) => `${first},${numbers.seconds[at]}`)).toEqual(known);
    }),
  );
});
