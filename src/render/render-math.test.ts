import { describe, expect, it } from 'vitest';
import { renderMath } from './render-math.ts';

const drawn = (tex: string, display = false) => renderMath(tex, display)?.source ?? null;

describe('renderMath', () => {
  it('draws MathML without wrapper, annotation or style', () => {
    expect(drawn('x^2')).toBe('<math><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math>');
    expect(drawn('\\frac{a}{b}', true)).toContain('<math display="block">');
  });

  it('leaves what KaTeX refuses to the caller', () => {
    expect(drawn('\\frac{a}')).toBeNull();
    expect(drawn('\\unknowncommand x')).toBeNull();
    expect(drawn('x'.repeat(601))).toBeNull();
  });

  it.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{javascript:alert(1)}',
    '\\includegraphics{https://example.org/x.png}',
    '\\htmlStyle{color:red}{x}',
    '\\htmlData{a=b}{x}',
    '\\text{<img src=x onerror=alert(1)>}',
    '\\color{red}{x}\\rule{1em}{1em}\\raisebox{2pt}{x}',
    '\\textcolor{"onload=alert(1)}{x}',
  ])('makes neither link, nor image, nor style, nor handler of %j', (tex) => {
    const tags = (drawn(tex) ?? '').match(/<[^>]*>/g) ?? [];
    expect(
      tags.filter((tag) =>
        /<(?:a|img|script)\b|\s(?:style|mathcolor|mathbackground|on\w+|href|src)=/i.test(tag),
      ),
    ).toEqual([]);
  });

  it('stops macros that expand without end', () => {
    expect(drawn('\\def\\a{\\a\\a}\\a')).toBeNull();
    expect(
      drawn('\\def\\a#1{#1#1}\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}}}}')?.length ?? 0,
    ).toBeLessThan(20_000);
  });

  it('gives the same drawing when asked again', () => {
    expect(renderMath('\\alpha', false)).toBe(renderMath('\\alpha', false));
  });
});
