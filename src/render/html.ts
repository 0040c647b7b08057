import { escapeHtml } from '../text/escape-html.ts';

/** A string that is already HTML. Only this folder makes one; everything else is text and gets escaped. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
  toString(): string {
    return this.source;
  }
}

export type HtmlValue = Html | string | number | null | undefined | boolean | readonly HtmlValue[];

/** Marks a string as HTML. For values made in this folder alone, never for text from outside. */
export function raw(source: string): Html {
  return new Html(source);
}

export const nothing = raw('');

function write(value: HtmlValue): string {
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  if (value instanceof Html) return value.source;
  if (typeof value === 'object') return value.map(write).join('');
  return escapeHtml(String(value));
}

interface Literals {
  parts: string[];
  /** Whether the value after each part stands alone between the quotes of an attribute. */
  quoted: boolean[];
}

const literals = new WeakMap<TemplateStringsArray, Literals>();

/**
 * The literal parts without what only the reader of the source needs: line breaks, indentation, and the end tags that a
 * parser adds by itself (https://html.spec.whatwg.org/#optional-tags).
 */
function literalsOf(given: TemplateStringsArray): Literals {
  let known = literals.get(given);
  if (!known) {
    const parts = given.map((part) =>
      part.replaceAll(/\n\s*/g, '').replaceAll(/<\/(?:li|dt|dd)>|<\/p>(?=<p[ >])/g, ''),
    );
    const quoted = parts.map(
      (part, at) => part.endsWith('="') && parts[at + 1]?.startsWith('"') === true,
    );
    known = { parts, quoted };
    literals.set(given, known);
  }
  return known;
}

/** Values that need no quotes; a narrower set than https://html.spec.whatwg.org/#unquoted allows. */
const plain = /^[\w./:#?&;,~%@+-]+$/;

/**
 * Template tag: what is written literally is HTML, what is put in is escaped unless it is `Html` itself; `null`,
 * `undefined`, `true` and `false` are nothing. A line break in the literal leaves nothing behind, a blank stays. The
 * quotes around an attribute's value go where they are not needed: a site has millions of them.
 */
export function html(given: TemplateStringsArray, ...values: HtmlValue[]): Html {
  const { parts, quoted } = literalsOf(given);
  let out = parts[0] ?? '';
  values.forEach((value, index) => {
    const written = write(value);
    const next = parts[index + 1] ?? '';
    const bare = quoted[index] === true && plain.test(written);
    out = bare ? out.slice(0, -1) + written + next.slice(1) : out + written + next;
  });
  return new Html(out);
}

/** Joins values with a literal separator, leaving out the empty ones. */
export function join(values: readonly HtmlValue[], separator: string): Html {
  return new Html(
    values
      .map(write)
      .filter((part) => part !== '')
      .join(separator),
  );
}
