import { Tokenizer } from 'htmlparser2';
import { plainText } from './plain-text.ts';

// Their content is not prose.
const SILENT = new Set(
  'script style noscript template iframe object svg math title textarea select audio video canvas noembed noframes xmp plaintext'.split(
    ' ',
  ),
);
// Of those, the ones whose content is no markup, so that only their own end tag ends them (HTML standard §13.1.2).
const RAW = new Set('script style iframe title textarea noembed noframes xmp plaintext'.split(' '));
// In these a `/>` closes.
const FOREIGN = new Set(['svg', 'math']);
// These end a line; all others run on.
const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/**
 * HTML of a feed item → its prose as plain text with line breaks: tags gone, content of scripts, styles and other
 * silent elements gone, character references decoded once (`&amp;lt;` gives `&lt;`). Never throws on a string.
 *
 * By tokens and not by a tree: prose needs no nesting, and a tree makes a hostile item of a hundred thousand unclosed
 * elements cost minutes.
 */
export function htmlToText(html: string): string {
  const prose: string[] = [];
  let held: string[] = [];
  let silent: string | null = null;
  let depth = 0;
  let opened = '';

  const say = (text: string) => (silent === null ? prose : held).push(text);
  // A line break in the source is a space: only block elements break lines.
  const speak = (text: string) => say(text.replace(/\s+/g, ' '));
  const close = (name: string) => {
    if (name !== silent) {
      if (BLOCKS.has(name)) say('\n');
      return;
    }
    depth -= 1;
    if (depth > 0) return;
    silent = null;
    held = [];
  };
  const nothing = () => {};

  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        opened = html.slice(start, end).toLowerCase();
        if (silent === null && SILENT.has(opened)) silent = opened;
        if (opened === silent) depth += 1;
        else if (BLOCKS.has(opened)) say('\n');
      },
      onselfclosingtag() {
        if (FOREIGN.has(opened)) close(opened);
      },
      onclosetag: (start, end) => close(html.slice(start, end).toLowerCase()),
      ontext: (start, end) => speak(html.slice(start, end)),
      ontextentity: (codePoint) => speak(String.fromCodePoint(codePoint)),
      isInForeignContext: () => silent !== null && FOREIGN.has(silent),
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  // A forgotten `</video>` must not cost the rest of the item.
  if (silent !== null && !RAW.has(silent)) prose.push(...held);
  return plainText(prose.join(''), { multiline: true });
}
