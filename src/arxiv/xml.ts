/**
 * The gate for XML from outside: strictly well-formed, no DOCTYPE, no entities but the five of XML and numeric ones,
 * the root that was expected, and never a number made of a text (`2601.10` is not 2601.1).
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ArxivAnswerError } from './arxiv-answer-error.ts';

/** One element: its own text, its attributes and its children, in document order per name, prefixes removed. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The children of that name. */
  all(name: string): readonly XmlElement[];
  /** The first child of that name. */
  first(name: string): XmlElement | undefined;
}

/** Far above the largest answer seen (4 MB), far below what would exhaust the memory of a runner. */
const MAX_CHARACTERS = 64 * 1024 * 1024;
const RETRY_LATER = 'Nothing of it was used; a later run asks again.';

// The five entities of XML and numeric references. The library's own decoder stops at 1,000 a document, which a page of
// titles with `&amp;` exceeds; without a DOCTYPE no reference is longer than what it stands for.
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));/g;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const parser = new XMLParser({
  ignoreAttributes: false,
  attributesGroupName: '@',
  attributeNamePrefix: '',
  alwaysCreateTextNode: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 20,
  jPath: false,
  entityDecoder: {
    decode: (text) => text.replace(REFERENCE, resolve),
    setExternalEntities: () => undefined,
    addInputEntities: () => undefined,
    setXmlVersion: () => undefined,
    reset: () => undefined,
  },
});

/**
 * Parses a whole document.
 *
 * Control characters and `]]>` in text, which XML forbids but servers send, are passed on: `plainText` removes the first.
 * Throws `ArxivAnswerError` for anything that is not one complete document with one of the expected roots.
 */
export function parseXml(
  text: string,
  expected: { where: string; roots: readonly string[] },
): XmlElement {
  const refuse = (
    problem: 'malformed' | 'unexpected',
    what: string,
    cause?: unknown,
  ): ArxivAnswerError =>
    new ArxivAnswerError(problem, what, {
      where: expected.where,
      excerpt: text,
      remedy: RETRY_LATER,
      cause,
    });

  if (text.trim() === '') throw refuse('malformed', 'The answer is empty');
  if (text.length > MAX_CHARACTERS) {
    throw refuse('malformed', `The answer is longer than ${MAX_CHARACTERS} characters`);
  }
  const markup = text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(markup)) {
    throw refuse(
      'malformed',
      'The answer has a DOCTYPE, as web pages have: an error page, not data',
    );
  }
  const entity = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)[^\s;<]{0,20};?/i.exec(
    markup,
  );
  if (entity)
    throw refuse('malformed', `The answer has "${entity[0]}", which is no reference of XML`);
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    const { msg, line, col } = valid.err;
    throw refuse(
      'malformed',
      `The answer is not complete, well-formed XML: ${msg} Line ${line}, column ${col}`,
    );
  }
  const root = rootOf(text, refuse);
  if (!expected.roots.includes(root.name)) {
    throw refuse(
      'unexpected',
      `The answer is a <${root.name}>, not a <${expected.roots.join('> or <')}>`,
    );
  }
  return root;
}

function resolve(_all: string, name?: string, decimal?: string, hex?: string): string {
  if (name !== undefined) return NAMED[name] ?? '';
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

function rootOf(
  text: string,
  refuse: (problem: 'malformed', what: string, cause?: unknown) => Error,
): XmlElement {
  let parsed: unknown;
  try {
    parsed = parser.parse(text);
  } catch (cause) {
    throw refuse(
      'malformed',
      `The answer could not be parsed: ${cause instanceof Error ? cause.message : ''}`,
      cause,
    );
  }
  const root = Object.entries(recordOf(parsed)).find(([name]) => name !== '#text');
  const element = root && elementsOf(root[0], root[1])[0];
  if (!element) throw refuse('malformed', 'The answer has no element');
  return element;
}

function elementsOf(name: string, value: unknown): XmlElement[] {
  return (Array.isArray(value) ? value : []).map((node: unknown) => {
    const parts = recordOf(node);
    const children = new Map<string, readonly XmlElement[]>();
    for (const [child, nodes] of Object.entries(parts)) {
      if (child !== '#text' && child !== '@') children.set(child, elementsOf(child, nodes));
    }
    const text = parts['#text'];
    const all = (wanted: string): readonly XmlElement[] => children.get(wanted) ?? [];
    return {
      name,
      text: typeof text === 'string' ? text : '',
      attributes: attributesOf(parts['@']),
      all,
      first: (wanted: string) => all(wanted)[0],
    };
  });
}

function attributesOf(value: unknown): Record<string, string> {
  const texts = Object.entries(recordOf(value)).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return Object.fromEntries(texts);
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
