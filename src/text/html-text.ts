import { Parser } from 'htmlparser2';
import { plainText } from './plain-text.ts';

// Their content is not prose.
const SILENT = new Set(
  'script style noscript template iframe object embed svg math title textarea select audio video canvas noembed noframes xmp plaintext'.split(
    ' ',
  ),
);
// These end a line; all others run on.
const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/**
 * HTML of a feed item → its prose as plain text with line breaks: tags gone, content of scripts, styles and other
 * silent elements gone, character references decoded once (`&amp;lt;` gives `&lt;`). Never throws on a string.
 */
export function htmlToText(html: string): string {
  const parts: string[] = [];
  let silent: string | null = null;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (silent !== null) {
          if (name === silent) depth += 1;
        } else if (SILENT.has(name)) {
          silent = name;
          depth = 1;
        } else if (BLOCKS.has(name)) {
          parts.push('\n');
        }
      },
      ontext(text) {
        // A line break in the source is a space: only block elements break lines.
        if (silent === null) parts.push(text.replace(/\s+/g, ' '));
      },
      onclosetag(name) {
        if (name === silent) {
          depth -= 1;
          if (depth === 0) silent = null;
        } else if (silent === null && BLOCKS.has(name)) {
          parts.push('\n');
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return plainText(parts.join(''), { multiline: true });
}
