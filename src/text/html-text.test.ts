import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from './escape-html.ts';
import { htmlToText } from './html-text.ts';
import { plainText } from './plain-text.ts';

describe('htmlToText', () => {
  it.each([
    ['tags go, words stay apart only where blocks part them', 'a <b>rob</b>ot', 'a robot'],
    [
      'blocks break lines',
      '<h2>Title</h2><p>One</p><p>Two<br>Three</p>',
      'Title\n\nOne\n\nTwo\nThree',
    ],
    ['line breaks of the source are spaces', 'a\nb\n\n\n  c', 'a b c'],
    [
      'scripts and styles go with their content',
      'a<script>if (a < b) x("</p>")</script><style>p{}</style>b',
      'ab',
    ],
    ['a script that does not end hides the rest', 'a<script>b', 'a'],
    ['comments, CDATA and declarations go', 'a<!-- b --><!DOCTYPE x><?php y ?>c', 'ac'],
    [
      'references are decoded once',
      '&amp;lt;b&amp;gt; &lt;b&gt; &eacute; &#x4e2d; &#22269;',
      '&lt;b&gt; <b> é 中 国',
    ],
    ['references without semicolon too', 'R&ampD &copy 2026', 'R&D © 2026'],
    ['attributes do not leak', '<img alt="a > b" title=\'<p>\' src=x onerror=alert(1)>c', 'c'],
    ['a sign that is no tag stays', 'a < b and 3 <4', 'a < b and 3 <4'],
    ['broken markup loses no words', '<p>a<b>b<p>c</b></div>d', 'ab\nc\nd'],
    ['non-breaking spaces fold', 'a&nbsp;&nbsp; b', 'a b'],
    ['hidden characters go, even as references', 'a&#8238;b&zwj;c&#0;d', 'abc\ufffdd'],
    [
      'frames and drawings go',
      'a<iframe>x</iframe><svg><text>y</text></svg><noscript>z</noscript>b',
      'ab',
    ],
    ['nested silent elements end where they end', 'a<svg><svg>x</svg>y</svg>b', 'ab'],
    ['a silent element that is never closed costs no words', 'a<video>b<p>c', 'ab\nc'],
    ['an empty drawing ends at once', 'a<svg/>b', 'ab'],
    ['Chinese prose', '<p>具身智能&nbsp;<em>综述</em></p>', '具身智能 综述'],
    ['nothing', '', ''],
  ])('%s', (_, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('gives escaped text back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(htmlToText(escapeHtml(text))).toBe(plainText(text));
      }),
    );
  });

  it('never throws, and gives plain text for any mixture of markup', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '</',
      '<p',
      '<script',
      '</script>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '&',
      '&lt;',
      '&#x202e;',
      '"',
      "'",
      '=',
      ' ',
      'word',
      '<svg>',
      '</svg>',
      '\0',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = htmlToText(pieces.join(''));
        expect(text).toBe(plainText(text, { multiline: true }));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['nested elements', '<div>'.repeat(200_000), ''],
    ['end tags of nothing', `${'<b>'.repeat(100_000)}${'</i>'.repeat(100_000)}x`, 'x'],
    ['tags that do not end', `x${'<div'.repeat(200_000)}`, 'x'],
    ['references', '&amp;'.repeat(200_000), '&'.repeat(200_000)],
  ])('reads hundreds of thousands of %s', (_, html, text) => {
    expect(htmlToText(html) === text).toBe(true);
  });
});
