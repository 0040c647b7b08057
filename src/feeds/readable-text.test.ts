import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableText } from './readable-text.ts';

describe('readableText', () => {
  it.each([
    ['a bound of $O(\\sqrt{n})$', 'a bound of O(√n)'],
    ['$\\lambda_1 \\leq 10^{-3}$', 'λ₁ ≤ 10⁻³'],
    ['$\\pi_{0.5}$ and $\\pi_0$', 'π_(0.5) and π₀'],
    ['$\\sim$20\\% faster', '∼20% faster'],
    ['$\\frac{a+b}{2}$ of $\\mathcal{X}$', '(a+b)/2 of X'],
    ['turns by $90^\\circ$', 'turns by 90°'],
    ['$SE(3)$ and $\\mathbb{R}^3$', 'SE(3) and R³'],
    ['$\\hat{x}$ near $\\|x\\|$', 'x̂ near ‖x‖'],
    ['\\emph{really} $ x $', 'really x'],
    ['costs $5 and $6', 'costs $5 and $6'],
    ['$x^{', '$x^{'],
    ['$a_1}b$', 'a₁}b'],
    ['$\\unknown{y} + 1$', 'y + 1'],
  ])('reads %j as %j', (source, plain) => {
    expect(readableText(source)).toBe(plain);
  });

  it('comes to an end on any text, and leaves text without TeX as it is', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('\\', '$', '{', '}', '^', '_', 'a', '\\frac', '1', ' ', '\n'),
          maxLength: 200,
        }),
        (tex) => {
          expect(typeof readableText(tex)).toBe('string');
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/[\\${}]/.test(text)),
        (text) => {
          expect(readableText(text)).toBe(text);
        },
      ),
    );
  });

  it('bears a formula of nothing but braces', () => {
    expect(() => readableText(`$x=${'{'.repeat(290)}${'}'.repeat(290)}$`)).not.toThrow();
  });
});
