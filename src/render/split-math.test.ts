import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMath } from './split-math.ts';

const formulas = (text: string) =>
  splitMath(text)
    .filter(({ kind }) => kind === 'math')
    .map(({ tex }) => tex);

describe('splitMath', () => {
  it.each([
    ['a gain of $4\\times$ and $\\sim$20 trials', ['4\\times', '\\sim']],
    ['inline \\(x^2\\), display \\[y\\] and $$z$$', ['x^2', 'y', 'z']],
    ['blockwise $3$D rotors in $N$ steps', ['3', 'N']],
    ['Ba(Fe$_{1-x}$Co$_x$)', ['_{1-x}', '_x']],
    ['of size $ n $ or $ x \\in R $', [' n ', ' x \\in R ']],
    ['adjacent $r_s$$\\sim$0.8', ['r_s', '\\sim']],
  ])('finds the formulas of %j', (text, found) => {
    expect(formulas(text)).toEqual(found);
  });

  it.each([
    'costs $5 and $6',
    'TEMIS variants cost $18/hour versus $60/hour for providers',
    'at only $0.04 per trajectory, under $1,000 USD',
    'between $5/$6 and US$ 7',
    'a lost $ sign',
    'escaped \\$x_1\\$ dollars',
    'an empty pair $$ and $ $',
  ])('takes the money of %j for text', (text) => {
    expect(formulas(text)).toEqual([]);
  });

  it('gives up on a dollar without partner within reach', () => {
    expect(formulas(`$x^2 ${'word '.repeat(200)}$`)).toEqual([]);
  });

  it('covers any text whole, in order, without overlap', () => {
    const piece = fc.constantFrom('$', '$$', '\\(', '\\)', '\\[', '\\]', 'x^2', ' ', '5', 'word');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (parts) => {
        const text = parts.join('');
        const segments = splitMath(text);
        expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        segments.forEach(({ start }, index) => {
          expect(start).toBe(index === 0 ? 0 : segments[index - 1]?.end);
        });
      }),
    );
  });
});
