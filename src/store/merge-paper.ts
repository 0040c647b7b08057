import type { Citations, Day, FetchedPaper, Paper, PaperLink, Summary } from '../paper.ts';
import { canonicalJson } from './canonical-json.ts';
import { joinStatements } from './join-statements.ts';
import { license, register, toStatements } from './paper-to-statements.ts';
import { toPaper } from './statements-to-paper.ts';
import { isFull, type Register, type Statements, type Text } from './statements.ts';

/** A paper as a channel states it, with what the run knows beside it. */
export interface Observation extends FetchedPaper {
  /** The listing date of the paper itself (not of a replacement). Needed for a paper that is not known yet. */
  announced?: Day;
  /** `derived` when not said. */
  announcedFrom?: Paper['announced_from'];
  /** Follows from `from` and `version`; accepted so that a `Paper`-like value fits. */
  provisional?: boolean;
  /** Links found in this text. */
  links?: PaperLink[];
  /** The listing date on which this version was announced as a replacement. */
  replacedOn?: Day;
  citations?: Citations;
  summary?: Summary;
}

export interface MergeResult {
  paper: Paper;
  change: 'added' | 'updated' | 'unchanged';
}

/**
 * Adds what a channel states to what is known of a paper. Nothing known is lost: the newest version's full text stands,
 * the API's word over OAI-PMH's and both over a feed's, and what it supersedes stays in `history`. The same statements
 * of one day give the same record in whatever order and however often they come; of two by the same channel about the
 * same version on different days, the later stands.
 *
 * @param known the stored record, `undefined` for a paper that is new to the archive
 * @param today the UTC day of the run
 * @throws {Error} when the ids differ, or a new paper comes without an announcement date
 */
export function mergePaper(
  known: Paper | undefined,
  incoming: Observation,
  today: Day,
): MergeResult {
  if (known === undefined) {
    return { paper: toPaper(observed(incoming, announcement(incoming), today)), change: 'added' };
  }
  if (known.id !== incoming.id) throw new Error(`cannot merge ${incoming.id} into ${known.id}`);
  const before = toStatements(known);
  const after = joinStatements(
    before,
    observed(incoming, announcement(incoming, before.announced), today),
  );
  // A statement that repeats what is known does not move its day: a rerun must not touch the record.
  if (bytes(undated(after)) === bytes(undated(before)) && sameForm(known, before)) {
    return { paper: known, change: 'unchanged' };
  }
  return { paper: toPaper(after), change: 'updated' };
}

/** All that two records of one paper say together: for two snapshots that went apart. Commutative. */
export function mergePapers(a: Paper, b: Paper): Paper {
  if (a.id !== b.id) throw new Error(`cannot merge ${b.id} into ${a.id}`);
  return toPaper(joinStatements(toStatements(a), toStatements(b)));
}

function announcement(
  { id, announced, announcedFrom = 'derived' }: Observation,
  known?: Statements['announced'],
): Statements['announced'] {
  if (announced !== undefined) return { day: announced, from: announcedFrom };
  if (known !== undefined) return known;
  throw new Error(
    `${id} is new to the archive and comes without an announcement date: derive it from its submission instant`,
  );
}

/** The statements that one observation makes. */
function observed(
  incoming: Observation,
  announced: Statements['announced'],
  today: Day,
): Statements {
  const { id, version, from, submitted, replacedOn, links = [] } = incoming;
  const stamp = { version, from, as_of: today };
  const text: Text = {
    stamp,
    title: incoming.title,
    abstract: incoming.abstract === '' ? null : incoming.abstract,
    authors: incoming.authors,
    comment: incoming.comment,
    updated: incoming.updated,
    categories: incoming.categories,
    primary_category: incoming.primary_category,
  };
  const full = isFull(text);
  // Only a full text says which version brought a link: a feed's may be the abstract of any.
  const since = full ? version : 1;
  return {
    id,
    version,
    withdrawn: incoming.withdrawn === true,
    texts: new Map(full ? [[version, text]] : []),
    stopgap: full ? null : text,
    submitted,
    announced,
    first_seen: today,
    replaced: new Map(replacedOn !== undefined && version > 1 ? [[version - 1, replacedOn]] : []),
    instants: new Map(),
    links: new Map(links.map((link) => [`${link.kind} ${link.url}`, { since, ...link }])),
    doi: register(incoming.doi, stamp),
    journal_ref: register(incoming.journal_ref, stamp),
    license: license(incoming.license, stamp),
    citations: incoming.citations ?? null,
    summary: incoming.summary ?? null,
    extra: {},
    historyExtra: new Map(),
  };
}

function bytes(statements: Statements): string {
  return canonicalJson(toPaper(statements));
}

/** A record written by hand or by another program may lack the project's form; it gets it on the first occasion. */
function sameForm(known: Paper, statements: Statements): boolean {
  return canonicalJson(known) === bytes(statements);
}

function undated(statements: Statements): Statements {
  const day = (stamp: Text['stamp']) => ({ ...stamp, as_of: '' });
  const text = (known: Text) => ({ ...known, stamp: day(known.stamp) });
  const value = (known: Register<string> | null) => known && { ...known, stamp: day(known.stamp) };
  return {
    ...statements,
    texts: new Map([...statements.texts].map(([version, known]) => [version, text(known)])),
    stopgap: statements.stopgap && text(statements.stopgap),
    doi: value(statements.doi),
    journal_ref: value(statements.journal_ref),
    license: value(statements.license),
  };
}
