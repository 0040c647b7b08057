// What XML 1.0 cannot hold in any form (https://www.w3.org/TR/xml/#charsets): most controls, lone surrogates, U+FFFE, U+FFFF.
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
};

/** Text → text that every feed format can hold: characters that XML forbids become U+FFFD, blanks at the ends go. */
export function feedText(text: string): string {
  return text.replace(FORBIDDEN, '\u{FFFD}').replace(/\r\n?/g, '\n').trim();
}

/** A piece of XML that is escaped already. Only this module makes one. */
export class Xml {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }

  /** In UTF-8, on a line of its own. */
  bytes(): Buffer {
    return Buffer.from(`\n${this.source}`);
  }
}

type Content = string | Xml | null | false;
type Attributes = Readonly<Record<string, string>>;

const escape = (text: string): string => feedText(text).replace(/[&<>]/g, (c) => ENTITIES[c] ?? c);

// A line break in an attribute would be read as a blank.
const escapeAttribute = (text: string): string =>
  feedText(text).replace(/[&<>"\t\n]/g, (c) => ENTITIES[c] ?? c);

/**
 * An element. Strings are text and get escaped; `null` and `false` are nothing. Elements stand on lines of their own, and
 * no blank is added around text, where it would count.
 */
export function element(
  name: string,
  attributes: Attributes,
  content: string | readonly Content[] = [],
): Xml {
  const opening = `${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
    .join('')}`;
  if (typeof content === 'string') return new Xml(`<${opening}>${escape(content)}</${name}>`);
  const inner = content.flatMap((part) =>
    part instanceof Xml ? [part.source] : typeof part === 'string' ? [escape(part)] : [],
  );
  if (inner.length === 0) return new Xml(`<${opening}/>`);
  return new Xml(`<${opening}>\n${inner.join('\n')}\n</${name}>`);
}

/** A whole document with its declaration. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.source}\n`;
}

/**
 * A document with items as the last of what it holds. They are bytes already: an item stands in many feeds, and is copied
 * into each rather than encoded again.
 * @param closing what the document ends with, after the place of the items
 */
export function withItems(document: string, closing: string, items: readonly Buffer[]): Buffer {
  const before = Buffer.from(document.slice(0, -closing.length));
  return Buffer.concat([before, ...items, Buffer.from(closing)]);
}
