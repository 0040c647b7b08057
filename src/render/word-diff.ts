import { diffWordsWithSpace } from 'diff';
import { html, raw, type Html } from './html.ts';

/** Unchanged words kept on either side of a change; what lies between is left out. */
const contextWords = 6;

/** Beyond this many edits two texts are two texts: a diff would be longer than both and slow to find. */
const mostEdits = 400;

/** The first and last words of a long unchanged run, an ellipsis between. */
function shorten(run: string, atStart: boolean, atEnd: boolean): string {
  const words = run.split(/(?<=\s)(?=\S)/);
  const kept = (atStart ? 0 : contextWords) + (atEnd ? 0 : contextWords);
  if (words.length <= kept + 4) return run;
  const head = atStart ? '' : words.slice(0, contextWords).join('');
  const tail = atEnd ? '' : words.slice(-contextWords).join('');
  return `${head}… ${tail}`;
}

/** Old and new text → one text with `<del>` and `<ins>`, by words; long unchanged runs shortened. */
export function wordDiff(before: string, after: string): Html {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (!changes) return html`<del>${before}</del> <ins>${after}</ins>`;
  const parts = changes.map(({ value, added, removed }, index) => {
    if (added) return html`<ins>${value}</ins>`;
    if (removed) return html`<del>${value}</del>`;
    return html`${shorten(value, index === 0, index === changes.length - 1)}`;
  });
  return raw(parts.join(''));
}
