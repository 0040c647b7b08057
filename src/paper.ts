/**
 * The paper and its parts: the types every stage shares. Imports nothing.
 *
 * Field names of `Paper` are what `data/papers/**.ndjson` holds and what forks
 * and scripts depend on: add, never rename.
 */

/** An arXiv id without version, always a string: `2611.01234` or `hep-th/9901001`. */
export type PaperId = string;

/** A UTC instant to the second, `2026-11-23T18:04:11Z`. */
export type Instant = string;

/** A calendar date, `2026-11-23`. For announcements: arXiv's listing date in US Eastern time. */
export type Day = string;

/** One author, in the order of the paper. */
export interface Author {
  name: string;
  affiliation?: string;
}

export type LinkKind = 'code' | 'project' | 'data' | 'video' | 'model';

/** A link found in the comment or the abstract; always http(s). */
export interface PaperLink {
  kind: LinkKind;
  url: string;
  /** The earliest version known to state it; absent for the first. */
  since?: number;
}

/** An earlier version of a paper: its own instants, and the old value of each field that changed. */
export interface EarlierVersion {
  version: number;
  /** Submission instant of this earlier version, when known. */
  updated: Instant | null;
  /** The announcement date on which the next version replaced this one (`null` when not known). */
  replaced: Day | null;
  title?: string;
  abstract?: string | null;
  authors?: Author[];
  comment?: string | null;
  /** Links that the next version added. */
  links_added?: PaperLink[];
  /** The channel that stated this version's text; absent when its text was never seen. */
  from?: 'api' | 'oai';
  /** The day on which it was stated, when that is not `first_seen`. */
  as_of?: Day;
}

/** Where a stored value comes from: a version, the channel that stated it, and the day it was first stated so. */
export interface Stamp {
  version: number;
  from: 'api' | 'oai' | 'feed';
  as_of: Day;
}

/**
 * What merging must remember to give the same record whatever the order of what it is told. Only what differs from the
 * common case is written: the API's text of the latest version, as of `first_seen`, with everything else from there.
 */
export interface Provenance {
  /** The version that the text is of, when a newer one is announced but not fetched yet. */
  version?: number;
  from?: 'oai' | 'feed';
  as_of?: Day;
  doi?: Stamp;
  journal_ref?: Stamp;
  license?: Stamp;
}

/** Citation figures of Semantic Scholar, as of a date. */
export interface Citations {
  count: number;
  influential: number;
  venue: string | null;
  as_of: Day;
}

/** A machine-written sentence in both languages, with the model that wrote it and when. */
export interface Summary {
  en: string;
  zh: string;
  model: string;
  as_of: Day;
}

/** One record per paper: the canonical id without version. Text is plain Unicode, LaTeX left in. */
export interface Paper {
  id: PaperId;
  version: number;
  title: string;
  /** `null` when not known yet. */
  abstract: string | null;
  authors: Author[];
  categories: string[];
  primary_category: string;
  /** Submission instant of v1. */
  submitted: Instant;
  /** Submission instant of the latest version. */
  updated: Instant;
  /** Listing date in US Eastern, Monday to Friday. */
  announced: Day;
  announced_from: 'feed' | 'derived';
  /** The day (UTC) on which this archive first saw the paper. */
  first_seen: Day;
  comment: string | null;
  journal_ref: string | null;
  doi: string | null;
  license?: string;
  withdrawn?: boolean;
  /** Known from the announcement feed alone, or its latest version is; a later run completes it from the API. */
  provisional?: boolean;
  links: PaperLink[];
  /** Earlier versions, oldest first. */
  history: EarlierVersion[];
  citations?: Citations;
  summary?: Summary;
  provenance?: Provenance;
}

/** How arXiv announced an item, relative to the categories asked for. */
export type AnnounceType = 'new' | 'cross' | 'replace' | 'replace-cross';

/** One item of an announcement feed. Carries no submission time, comment or primary category. */
export interface AnnouncedItem {
  id: PaperId;
  version: number;
  type: AnnounceType;
  title: string;
  abstract: string;
  authors: Author[];
  /** Stored order; the first need not be the primary category. */
  categories: string[];
  license: string | null;
}

/** What one mailing announced, as a feed of one or more categories states it. */
export interface Announcement {
  /** The listing date of the items; `null` for an empty feed. */
  date: Day | null;
  /** The feed's own stamp. Not to be trusted for freshness. */
  built: Instant | null;
  /** The categories the feed says it covers, e.g. `['cs.RO', 'cs.CV']`. */
  categories: string[];
  items: AnnouncedItem[];
}

/** A paper as the API or OAI-PMH states it: metadata without our own fields. */
export interface FetchedPaper {
  id: PaperId;
  version: number;
  title: string;
  abstract: string | null;
  authors: Author[];
  categories: string[];
  primary_category: string;
  submitted: Instant;
  updated: Instant;
  comment: string | null;
  journal_ref: string | null;
  doi: string | null;
  license?: string;
  withdrawn?: boolean;
  /** Which channel stated it: the API's text wins over OAI's, which wins over the feed's. */
  from: 'api' | 'oai' | 'feed';
}

/** Where in a text a topic's phrase was found; offsets count UTF-16 units of that text. */
export interface TopicMatch {
  topic: string;
  /** The phrase as `config.yaml` states it. */
  phrase: string;
  place: 'title' | 'abstract';
  start: number;
  end: number;
}
