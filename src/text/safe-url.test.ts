import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeUrl } from './safe-url.ts';

describe('safeUrl', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['HTTP://Example.ORG/A?b=c#d', 'http://example.org/A?b=c#d'],
    ['  https://example.org/x\n', 'https://example.org/x'],
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ["https://example.org/it's", 'https://example.org/it%27s'],
    ['https://example.org:443/', 'https://example.org/'],
    ['https://example.org:8443/', 'https://example.org:8443/'],
    ['https://bücher.example/ü', 'https://xn--bcher-kva.example/%C3%BC'],
    ['https://机器人.中国/', 'https://xn--gmqz0qc7o.xn--fiqs8s/'],
    ['http://128.84.21.199/abs', 'http://128.84.21.199/abs'],
    ['https://example.org/wiki/A_(b)', 'https://example.org/wiki/A_(b)'],
    ['https://my_lab.github.io/x/', 'https://my_lab.github.io/x/'],
    ['https://example.org./', 'https://example.org./'],
  ])('%s → %s', (from, to) => {
    expect(safeUrl(from)).toBe(to);
  });

  it.each([
    '',
    'paper',
    '/abs/1',
    '//example.org/',
    'example.org',
    'https://',
    'https://example',
    'mailto:a@example.org',
    `https://example.org/${'a'.repeat(2048)}`,
  ])('%j is none without a base', (text) => {
    expect(safeUrl(text)).toBeNull();
  });

  it('reads relative addresses against the base', () => {
    const base = 'https://example.org/feeds/rss.xml';
    expect(safeUrl('/a', base)).toBe('https://example.org/a');
    expect(safeUrl('b?c', base)).toBe('https://example.org/feeds/b?c');
    expect(safeUrl('//other.example/x', base)).toBe('https://other.example/x');
    expect(safeUrl('javascript:alert(1)', base)).toBeNull();
    expect(safeUrl('a', 'not a base')).toBeNull();
  });

  it('gives an http(s) address without credentials or spaces, or null, for any text; the same the second time', () => {
    const pieces = fc.constantFrom(
      'https:',
      'http:',
      '//',
      '/',
      '\\',
      '@',
      ':',
      '.',
      'a',
      'org',
      '[::1]',
      '127',
      '%2e',
      '\u202e',
      ' ',
      '\t',
      '?',
      '#',
      'javascript:',
      '"',
      '<',
      "'",
    );
    const text = fc.oneof(
      fc.webUrl(),
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((p) => p.join('')),
    );
    fc.assert(
      fc.property(text, fc.option(fc.webUrl(), { nil: undefined }), (value, base) => {
        const url = safeUrl(value, base);
        if (url === null) return;
        expect(url).toMatch(/^https?:\/\/[^/@\s]+\/[!-~]*$/);
        expect(url).not.toMatch(/["'<>\\]/);
        expect(new URL(url).username).toBe('');
        expect(safeUrl(url)).toBe(url);
      }),
      { numRuns: 3000 },
    );
  });
});
