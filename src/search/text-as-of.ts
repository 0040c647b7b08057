import type { Author, Day, Paper } from '../paper.ts';

export interface SearchText {
  title: string;
  abstract: string | null;
  authors: Author[];
}

/**
 * A paper's text as it stood at the end of a day: replacements announced later are undone from `history`, newest
 * first. So a closed period never changes because an old paper gets a new version; the new text is indexed in the
 * period of its replacement. A replacement whose date is not known counts as having been there from the start.
 */
export function textAsOf(paper: Paper, day: Day): SearchText {
  const text: SearchText = { title: paper.title, abstract: paper.abstract, authors: paper.authors };
  for (const earlier of paper.history.toReversed()) {
    if (earlier.replaced === null || earlier.replaced <= day) break;
    if (earlier.title !== undefined) text.title = earlier.title;
    if (earlier.abstract !== undefined) text.abstract = earlier.abstract;
    if (earlier.authors !== undefined) text.authors = earlier.authors;
  }
  return text;
}
