import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOSTILE_STRINGS } from '../../tests/hostile/strings.ts';
import { renderMath } from './render-math.ts';
import { renderText } from './render-text.ts';

const shown = (source: string, ...phrases: string[]) => {
  const marks = phrases.map((phrase) => {
    const start = source.indexOf(phrase);
    return { start, end: start + phrase.length };
  });
  return renderText(source, { marks, math: renderMath }).source;
};

describe('renderText', () => {
  it('marks a phrase in escaped text', () => {
    expect(shown('a < b & VLA models', 'VLA')).toBe('a &lt; b &amp; <mark>VLA</mark> models');
  });

  it('keeps the offsets right behind formulas and TeX commands', () => {
    const source = 'With \\emph{fast} $x^2$ and 5\\% more grasping';
    expect(shown(source, 'grasping')).toMatch(
      /^With fast <math>.*<\/math> and 5% more <mark>grasping<\/mark>$/,
    );
  });

  it('marks through a command and through a formula, whole', () => {
    expect(shown('\\textbf{vision-language} models', 'vision-language} models')).toBe(
      '<mark>vision-language models</mark>',
    );
    expect(shown('a $\\pi_0$-style policy', '$\\pi_0$-style')).toMatch(
      /^a <mark><math>.*<\/math>-style<\/mark> policy$/,
    );
  });

  it('joins marks that overlap or repeat', () => {
    expect(shown('vision-language-action', 'vision-language', 'language-action', 'vision')).toBe(
      '<mark>vision-language-action</mark>',
    );
  });

  it('shows the source of a formula that cannot be drawn', () => {
    expect(shown('see $\\nope{x}$ here')).toBe('see $\\nope{x}$ here');
  });

  it('sets quotes and dashes as signs, and leaves options of commands alone', () => {
    expect(shown("``world'' models---2019--2024 -- run with --fast")).toBe(
      '“world” models—2019–2024 – run with --fast',
    );
    expect(shown("``legged'' robots", 'legged')).toBe('“<mark>legged</mark>” robots');
  });

  it('drops citations, keeps unknown commands', () => {
    expect(shown('as in \\cite{a,b}, \\ours wins')).toBe('as in , \\ours wins');
  });

  it.each(HOSTILE_STRINGS.map((text) => [text]))('keeps %j text', (text) => {
    const tags = shown(`${text} grasping`, 'grasping').match(/<[^>]*>/g) ?? [];
    expect(
      tags.filter((tag) => !/^<\/?(?:mark|math|m[a-z]+)(?: [a-z]+="[^"<>]*")*>$/.test(tag)),
    ).toEqual([]);
  });

  it('shows every character of plain words, whatever is marked', () => {
    const words = fc.stringMatching(/^[a-z &<>"'-]{0,60}$/);
    const mark = fc.record({ start: fc.nat(70), end: fc.nat(70) });
    fc.assert(
      fc.property(words, fc.array(mark, { maxLength: 5 }), (text, marks) => {
        const { source } = renderText(text, { marks });
        expect(source.replaceAll(/<\/?mark>/g, '')).toBe(renderText(text).source);
        expect((source.match(/<mark>/g) ?? []).length).toBe(
          (source.match(/<\/mark>/g) ?? []).length,
        );
      }),
    );
  });
});
