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

const literals = new WeakMap<TemplateStringsArray, string[]>();

/** The literal parts without their line breaks and indentation: those are for the reader of the source. */
function literalsOf(parts: TemplateStringsArray): string[] {
  let known = literals.get(parts);
  if (!known) {
    known = parts.map((part) => part.replaceAll(/\n\s*/g, ''));
    literals.set(parts, known);
  }
  return known;
}

/**
 * Template tag: what is written literally is HTML, what is put in is escaped unless it is `Html` itself; `null`,
 * `undefined`, `true` and `false` are nothing. A line break in the literal leaves nothing behind, a blank stays.
 */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): Html {
  const known = literalsOf(parts);
  let out = known[0] ?? '';
  values.forEach((value, index) => {
    out += write(value) + (known[index + 1] ?? '');
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
