import { isDeepStrictEqual } from 'node:util';
import { Parser } from 'htmlparser2';
import { expect, it } from 'vitest';
import { csvRow } from '../../src/text/csv-cell.ts';
import { escapeHtml } from '../../src/text/escape-html.ts';
import { htmlToText } from '../../src/text/html-text.ts';
import { plainText } from '../../src/text/plain-text.ts';
import { safeUrl } from '../../src/text/safe-url.ts';
import { scriptJson } from '../../src/text/script-json.ts';
import { texToUnicode } from '../../src/text/tex-to-unicode.ts';
import { HIT, HOSTILE_STRINGS, HOSTILE_URLS } from './strings.ts';

/** What an HTML reader sees: the names of all elements and attributes, and the text. */
function read(html: string): {
  elements: string[];
  attributes: Record<string, string>[];
  text: string;
} {
  const elements: string[] = [];
  const attributes: Record<string, string>[] = [];
  let text = '';
  const parser = new Parser({
    onopentag(name, attribs) {
      elements.push(name);
      attributes.push(attribs);
    },
    ontext(part) {
      text += part;
    },
  });
  parser.end(html);
  return { elements, attributes, text };
}

/** A promise about each string: the strings for which it does not hold. */
const broken = (promise: (text: string) => boolean) =>
  HOSTILE_STRINGS.filter((text) => !promise(text));

it('holds at least 200 different strings, each of which tries to call the same function', () => {
  expect(new Set(HOSTILE_STRINGS).size).toBe(HOSTILE_STRINGS.length);
  expect(HOSTILE_STRINGS.length).toBeGreaterThanOrEqual(200);
  expect(broken((text) => text.includes(HIT))).toEqual([]);
});

it('most of them would be markup if they were not escaped', () => {
  expect(HOSTILE_STRINGS.filter((text) => read(text).elements.length > 0).length).toBeGreaterThan(
    200,
  );
});

it('each is text and nothing else in HTML, between tags and in an attribute', () => {
  const isText = (text: string) => {
    const shown = plainText(text, { multiline: true });
    const seen = read(`<p title="${escapeHtml(shown)}">${escapeHtml(shown)}</p>`);
    const expected = { elements: ['p'], attributes: [{ title: shown }], text: shown };
    return JSON.stringify(seen) === JSON.stringify(expected);
  };
  expect(broken(isText)).toEqual([]);
});

it('each stays inside the script that holds it as JSON', () => {
  const staysInside = (text: string) => {
    const json = scriptJson({ [text]: text });
    const { elements } = read(`<script type="application/json">${json}</script>`);
    return (
      elements.length === 1 &&
      !/[<>&\u2028\u2029]/.test(json) &&
      isDeepStrictEqual(JSON.parse(json), { [text]: text })
    );
  };
  expect(broken(staysInside)).toEqual([]);
});

it('each is one cell of a CSV line, and never a formula', () => {
  const isCell = (text: string) => {
    const row = csvRow([text, 'end']);
    return row.endsWith(',end\r\n') && !/^"?\s*[=+\-@＝＋－＠]/.test(row);
  };
  expect(broken(isCell)).toEqual([]);
});

it('each loses its hidden characters, and a second pass changes nothing', () => {
  const hidden = /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/u;
  expect(broken((text) => !hidden.test(plainText(text)))).toEqual([]);
  expect(broken((text) => plainText(plainText(text)) === plainText(text))).toEqual([]);
});

it('each gives prose without hidden characters when it is the HTML of a feed item', () => {
  const prose = (text: string) =>
    htmlToText(text) === plainText(htmlToText(text), { multiline: true });
  expect(broken(prose)).toEqual([]);
});

it('each comes through as a name in TeX without an error', () => {
  expect(broken((text) => typeof texToUnicode(text) === 'string')).toEqual([]);
});

it('each becomes a link of the place it stands in, or none', () => {
  const isLocal = (text: string) => {
    const url = safeUrl(text, 'https://example.org/feed/');
    return url === null || (/^https:\/\/example\.org\/[!-~]*$/.test(url) && !/["'<>\\`]/.test(url));
  };
  expect(broken(isLocal)).toEqual([]);
});

it('no hostile address becomes a link', () => {
  expect(HOSTILE_URLS.filter((url) => safeUrl(url) !== null)).toEqual([]);
});
