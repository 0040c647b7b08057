import { describe, expect, it } from 'vitest';
import { wordDiff } from './word-diff.ts';

describe('wordDiff', () => {
  it('shows the words that went and came', () => {
    expect(wordDiff('a slow arm', 'a fast arm').source).toBe(
      'a <del>slow</del><ins>fast</ins> arm',
    );
  });

  it('leaves out what lies far from every change', () => {
    const long = Array.from({ length: 60 }, (_, n) => `word${n}`).join(' ');
    const { source } = wordDiff(`first ${long} last`, `First ${long} Last`);
    expect(source).toContain('… ');
    expect(source).not.toContain('word30');
    expect(source).toContain('word59');
  });

  it('escapes both sides', () => {
    expect(wordDiff('<b>', '<script>').source).not.toMatch(/<(?:b|script)>/);
  });

  it('gives two texts as they are when they share nothing worth finding', () => {
    const words = (prefix: string) =>
      Array.from({ length: 900 }, (_, n) => `${prefix}${n}`).join(' ');
    expect(wordDiff(words('a'), words('b')).source).toMatch(/^<del>a0.*<\/del> <ins>b0.*<\/ins>$/);
  });
});
