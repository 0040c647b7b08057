/** What the local arXiv holds of a paper: every version with its instants, as the real one does. */
import type { Author, Day, Instant, PaperId } from '../../src/paper.ts';

export interface ServedVersion {
  version: number;
  submitted: Instant;
  /** The listing date that announced this version; later than the calendar's when moderation held it. */
  announced: Day;
  title: string;
  abstract: string;
  authors: Author[];
  comment: string | null;
  journal_ref: string | null;
  doi: string | null;
  withdrawn?: boolean;
}

export interface ServedPaper {
  id: PaperId;
  /** Primary category first. */
  categories: string[];
  license: string;
  /** Ascending. */
  versions: ServedVersion[];
  /** Categories that were added by a cross-list after v1, with the listing date that announced them. */
  crossListed?: { category: string; announced: Day }[];
  /** Changes of journal_ref or doi without a new version: they move the OAI datestamp alone. */
  metadataChanged?: Day[];
}
