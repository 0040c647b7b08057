import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, it } from 'vitest';
import { escapeHtml } from './escape-html.ts';

it('escapes the five signs and the backtick', () => {
  expect(escapeHtml(`<a href="x" b='y'>&\``)).toBe(
    '&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;&#96;',
  );
});

it('any text is read back as that text, between tags and in an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      let text = '';
      let title = '';
      const parser = new Parser({
        onopentag: (_, attributes) => void (title = attributes['title'] ?? ''),
        ontext: (part) => void (text += part),
      });
      parser.end(`<p title="${escapeHtml(value)}">${escapeHtml(value)}</p>`);
      expect({ text, title }).toEqual({ text: value, title: value });
    }),
  );
});
