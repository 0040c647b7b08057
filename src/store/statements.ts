/**
 * A paper as the best statements known about it. Each part is a register with an order, so that joining two sets of
 * statements is commutative, associative and idempotent: what is learnt does not depend on the order of learning.
 */
import type {
  Author,
  Citations,
  Day,
  FetchedPaper,
  Instant,
  Paper,
  PaperId,
  PaperLink,
  Stamp,
  Summary,
} from '../paper.ts';

/** The text of one version, always whole from one statement: never a title of v2 over an abstract of v1. */
export interface Text {
  stamp: Stamp;
  title: string;
  abstract: string | null;
  authors: Author[];
  comment: string | null;
  updated: Instant | null;
  categories: string[];
  primary_category: string;
}

export interface Register<T> {
  value: T;
  stamp: Stamp;
}

export interface Statements {
  id: PaperId;
  /** The highest version that any statement names, and whether one says that it is withdrawn. */
  version: number;
  withdrawn: boolean;
  /** Full texts by version: from the API or OAI-PMH, with authors and abstract. */
  texts: ReadonlyMap<number, Text>;
  /** The best other text, which counts only as long as there is no full one. */
  stopgap: Text | null;
  submitted: Instant;
  announced: { day: Day; from: Paper['announced_from'] };
  first_seen: Day;
  /** Superseded version → the announcement date of its replacement. */
  replaced: ReadonlyMap<number, Day>;
  /** Submission instants of superseded versions whose text was never seen. */
  instants: ReadonlyMap<number, Instant>;
  links: ReadonlyMap<string, PaperLink>;
  doi: Register<string> | null;
  journal_ref: Register<string> | null;
  license: Register<string> | null;
  citations: Citations | null;
  summary: Summary | null;
  /** Fields that this program does not know: a newer one's, or a fork's. */
  extra: Record<string, unknown>;
  /** The same of history, by version. */
  historyExtra: ReadonlyMap<number, Record<string, unknown>>;
}

/** Full: stated by the API or OAI-PMH, and nothing essential missing. */
export function isFull(text: Text): boolean {
  return text.stamp.from !== 'feed' && text.abstract !== null && text.authors.length > 0;
}

/** The text that stands in the record: the newest full one, else the stopgap. */
export function currentText({ texts, stopgap, id }: Statements): Text {
  const newest = texts.get(Math.max(...texts.keys())) ?? stopgap;
  if (newest === null) throw new Error(`${id}: no statement holds its text`);
  return newest;
}

/** `api` over `oai` over `feed`. */
export const CHANNEL_RANK: Readonly<Record<FetchedPaper['from'], number>> = {
  feed: 0,
  oai: 1,
  api: 2,
};
