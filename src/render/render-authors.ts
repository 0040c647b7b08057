import type { Author } from '../paper.ts';
import { html, type Html } from './html.ts';

const first = 3;

/** The authors of a row: the first three, the last, "+ n". All of them are on the paper's page. */
export function renderAuthors(authors: readonly Author[]): Html {
  const names = authors.map((author) => author.name);
  const hidden = names.length - first - 1;
  if (hidden < 2) return html`${names.join(', ')}`;
  return html`${names.slice(0, first).join(', ')} … ${names.at(-1)} <i>+&#8239;${hidden}</i>`;
}
