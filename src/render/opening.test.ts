import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingLength } from './opening.ts';
import { splitMath } from './split-math.ts';

const sentence = 'The gripper waits until the sensor is still. ';

describe('openingLength', () => {
  it('takes a short abstract whole', () => {
    expect(openingLength(sentence.repeat(4))).toBe(sentence.length * 4);
  });

  it('ends a long one with a sentence', () => {
    const text = sentence.repeat(30);
    expect(text.slice(0, openingLength(text))).toMatch(/ still\.$/);
  });

  it('ends with a word when the sentence is long', () => {
    const text = 'word '.repeat(200);
    expect(text[openingLength(text)]).toBe(' ');
  });

  it('never cuts a formula', () => {
    const part = fc.constantFrom('$a^2 + b^2$ ', 'word ', '\\(x. y\\) ', 'end. ', '$5 ');
    fc.assert(
      fc.property(fc.array(part, { minLength: 60, maxLength: 120 }), (parts) => {
        const text = parts.join('');
        const length = openingLength(text);
        const cut = splitMath(text).find(
          ({ kind, start, end }) => kind === 'math' && start < length && length < end,
        );
        expect(cut).toBeUndefined();
      }),
    );
  });
});
