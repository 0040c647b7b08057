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

export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/** Marks a string as HTML. For values made in this folder alone, never for text from outside. */
export function raw(source: string): Html {
  return new Html(source);
}

function write(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.source;
  if (typeof value === 'object') return value.map(write).join('');
  return escapeHtml(String(value));
}

/** Template tag: what is written literally is HTML, what is put in is escaped unless it is `Html` itself. */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): Html {
  let out = parts[0] ?? '';
  values.forEach((value, index) => {
    out += write(value) + (parts[index + 1] ?? '');
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
