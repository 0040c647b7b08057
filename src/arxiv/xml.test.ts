import { describe, expect, it } from 'vitest';
import { parseXml } from './xml.ts';

const gate = (text: string, ...roots: string[]) =>
  parseXml(text, {
    where: 'https://export.arxiv.org/x',
    roots: roots.length > 0 ? roots : ['feed'],
  });

describe('the gate for XML', () => {
  it('gives elements by name, without prefixes, in their order', () => {
    const root = gate(
      '<feed xmlns:a="u"><a:name>one</a:name><other/><a:name k="v&amp;w">two</a:name></feed>',
    );
    expect(root.all('name').map(({ text }) => text)).toEqual(['one', 'two']);
    expect(root.all('name')[1]?.attributes['k']).toBe('v&w');
    expect(root.first('missing')).toBeUndefined();
  });

  it('keeps text that looks like a number, a date or a truth value', () => {
    const texts = ['2601.10', '007', '1e3', 'true', '0x10', '2026-11-23'];
    const root = gate(`<feed>${texts.map((text) => `<t>${text}</t>`).join('')}</feed>`);
    expect(root.all('t').map(({ text }) => text)).toEqual(texts);
  });

  it('resolves the five entities and numbers, once, and CDATA not at all', () => {
    const root = gate(
      '<feed>&lt;b&gt; &amp;lt; &#65;&#x42; &quot;&apos;<![CDATA[&amp; <i>]]></feed>',
    );
    expect(root.text).toBe('<b> &lt; AB "\'&amp; <i>');
  });

  it.each([
    ['an empty answer', '', /is empty/],
    ['plain text', 'Rate exceeded.', /begins: "Rate exceeded\."/],
    ['a web page', '<!DOCTYPE html><html><body>503</body></html>', /DOCTYPE.*error page/],
    ['an internal entity', '<!DOCTYPE feed [<!ENTITY a "b">]><feed>&a;</feed>', /DOCTYPE/],
    ['an entity of HTML', '<feed>a&nbsp;b</feed>', /"&nbsp;", which is no reference of XML/],
    ['a bare ampersand', '<feed>a & b</feed>', /no reference|well-formed/],
    ['two roots', '<feed/><feed></feed><feed></feed>', /well-formed/],
    ['text after the end', '<feed></feed> Fatal error', /well-formed/],
    ['a name that is a trap', '<feed><__proto__>x</__proto__></feed>', /could not be parsed/],
    ['a repeated attribute', '<feed a="1" a="2"/>', /well-formed/],
  ])('refuses %s', (_what, text, message) => {
    expect(() => gate(text)).toThrow(message);
    expect(() => gate(text)).toThrow(
      expect.objectContaining({ name: 'ArxivAnswerError', problem: 'malformed' }),
    );
  });

  it('refuses another root, by name', () => {
    expect(() => gate('<html><body/></html>', 'feed', 'rss')).toThrow(
      /is a <html>, not a <feed> or <rss>/,
    );
  });

  it('says where the answer came from and how it begins, in 120 characters on one line', () => {
    const text = `Service\n\tUnavailable ${'x'.repeat(500)}`;
    expect(() => gate(text)).toThrow(
      new RegExp(
        String.raw`\(from https://export\.arxiv\.org/x\)\. It begins: "Service Unavailable x{100}"\.`,
      ),
    );
  });
});
