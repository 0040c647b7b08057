import type { Author } from '../paper.ts';
import { html, type Html } from './html.ts';

const first = 3;

/** A collaboration of hundreds stays readable: its own page at arXiv lists everyone. */
const mostInRow = 60;

/**
 * The authors of a row: the first three, the last, "+ n". The names between stand in the page and show when the row is
 * unfolded (`whole`), or are left out (a row that does not unfold).
 */
export function renderAuthors(authors: readonly Author[], { whole }: { whole: boolean }): Html {
  const names = authors.map((author) => author.name);
  const last = names.at(-1);
  if (names.length <= first + 2 || last === undefined) return html`${names.join(', ')}`;
  const between = names.slice(first, Math.min(names.length - 1, mostInRow));
  const hidden = names.length - first - 1;
  const rest = hidden > between.length ? ', …, ' : ', ';
  return html`${names.slice(0, first).join(', ')},
    ${whole && html`<span class="mid">${between.join(', ')}${rest}</span>`}${last}
    <span class="plus">+&#8239;${hidden}</span>`;
}
