import type { Day, PaperId } from '../../paper.ts';

/** Papers that a name must have here before it has a place of its own. */
export const LEAST_PAPERS = 3;

/** One name as it folds (`src/text/author-slug.ts`): all who write it so. */
export interface AuthorView {
  slug: string;
  /** As most of the papers write it; of equals, as the newest does. */
  name: string;
  /** Newest announcement first; within a day by id, the highest first. */
  papers: { id: PaperId; title: string; date: Day }[];
}

/** A page of authors whose names begin alike. */
export interface AuthorShelf {
  shelf: string;
  /** Changes whenever anything on the page does. */
  key: string;
  /** Authors on it. */
  names: number;
}

/** The questions about authors. */
export interface AuthorShelves {
  /**
   * The last day whose papers stand on shelves, and as whose end their titles are told; `null` where that is the newest
   * one (`shelved-to.ts`).
   */
  to: () => Day | null;
  /** Pages that hold an author with at least three papers, in the order of their names. */
  list: () => readonly AuthorShelf[];
  /** The authors of one page, by name; empty where there is none. */
  on: (shelf: string) => AuthorView[];
  /** Who has more than one paper on shelves since a day, most first; of equals, who has more in all. At most `most`. */
  active: (since: Day, most: number) => (AuthorView & { recent: number })[];
}
