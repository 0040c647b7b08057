import type { PaperLink, Stamp } from '../paper.ts';
import { canonicalJson, compareText } from './canonical-json.ts';
import { CHANNEL_RANK, type Register, type Statements, type Text } from './statements.ts';

/** All that two sets of statements about one paper say together. Commutative, associative, idempotent. */
export function joinStatements(a: Statements, b: Statements): Statements {
  const texts = joinMaps(a.texts, b.texts, betterText);
  return {
    id: a.id,
    version: Math.max(a.version, b.version),
    withdrawn:
      a.version === b.version
        ? a.withdrawn || b.withdrawn
        : (a.version > b.version ? a : b).withdrawn,
    texts,
    stopgap: texts.size > 0 ? null : better(a.stopgap, b.stopgap, compareStopgaps),
    submitted: earliestSubmission(a, b),
    announced: joinAnnounced(a, b),
    first_seen: min(a.first_seen, b.first_seen),
    replaced: joinMaps(a.replaced, b.replaced, min),
    instants: joinMaps(a.instants, b.instants, min),
    links: joinMaps(a.links, b.links, joinLinks),
    doi: better(a.doi, b.doi, compareRegisters),
    journal_ref: better(a.journal_ref, b.journal_ref, compareRegisters),
    license: better(a.license, b.license, compareRegisters),
    citations: better(a.citations, b.citations, compareDated),
    summary: better(a.summary, b.summary, compareDated),
    extra: joinExtra(a.extra, b.extra),
    historyExtra: joinMaps(a.historyExtra, b.historyExtra, joinExtra),
  };
}

/** A guess made from a feed does not count once a full text brings the true instant; of true ones v1's is the earliest. */
function earliestSubmission(a: Statements, b: Statements): string {
  if (a.texts.size > 0 !== b.texts.size > 0) return (a.texts.size > 0 ? a : b).submitted;
  return min(a.submitted, b.submitted);
}

/**
 * arXiv's own word beats a date we derived, and a date derived beside a full text, from the true instant, one derived
 * without. Of several of one kind the first: later ones are cross-lists.
 */
function joinAnnounced(a: Statements, b: Statements): Statements['announced'] {
  const [one, other] = [a.announced, b.announced];
  if (one.from !== other.from) return one.from === 'feed' ? one : other;
  if (one.from === 'derived' && a.texts.size > 0 !== b.texts.size > 0) {
    return a.texts.size > 0 ? one : other;
  }
  return one.day <= other.day ? one : other;
}

function compareStamps(a: Stamp, b: Stamp): number {
  return (
    a.version - b.version ||
    CHANNEL_RANK[a.from] - CHANNEL_RANK[b.from] ||
    compareText(a.as_of, b.as_of)
  );
}

function compareRegisters(a: Register<string>, b: Register<string>): number {
  return compareStamps(a.stamp, b.stamp) || compareText(a.value, b.value);
}

/** By stamp, then by content: what history keeps first, so that a text is chosen alike when it is superseded already. */
function compareTexts(a: Text, b: Text): number {
  return (
    compareStamps(a.stamp, b.stamp) ||
    compareText(historyPart(a), historyPart(b)) ||
    compareText(canonicalJson(a), canonicalJson(b))
  );
}

function historyPart({ title, abstract, authors, comment, updated }: Text): string {
  return canonicalJson([title, abstract, authors, comment, updated]);
}

function betterText(a: Text, b: Text): Text {
  return compareTexts(a, b) >= 0 ? a : b;
}

/** With an abstract, as a feed gives, before without; without authors, which no paper is, last. */
function compareStopgaps(a: Text, b: Text): number {
  const worth = ({ authors, abstract }: Text) =>
    2 * Number(authors.length > 0) + Number(abstract !== null);
  return worth(a) - worth(b) || compareTexts(a, b);
}

function compareDated(a: { as_of: string }, b: { as_of: string }): number {
  return compareText(a.as_of, b.as_of) || compareText(canonicalJson(a), canonicalJson(b));
}

function joinLinks(a: PaperLink, b: PaperLink): PaperLink {
  const greater = compareText(canonicalJson(a), canonicalJson(b)) >= 0 ? a : b;
  return { ...greater, since: Math.min(a.since ?? 1, b.since ?? 1) };
}

function joinExtra(
  a: Record<string, unknown>,
  b: Record<string, unknown>,
): Record<string, unknown> {
  const greater = (x: unknown, y: unknown) =>
    compareText(canonicalJson(x), canonicalJson(y)) >= 0 ? x : y;
  return Object.fromEntries(
    joinMaps(new Map(Object.entries(a)), new Map(Object.entries(b)), greater),
  );
}

function joinMaps<K, V>(
  a: ReadonlyMap<K, V>,
  b: ReadonlyMap<K, V>,
  join: (a: V, b: V) => V,
): Map<K, V> {
  const joined = new Map(a);
  for (const [key, value] of b) {
    const known = joined.get(key);
    joined.set(key, known === undefined ? value : join(known, value));
  }
  return joined;
}

function better<T>(a: T | null, b: T | null, compare: (a: T, b: T) => number): T | null {
  if (a === null || b === null) return a ?? b;
  return compare(a, b) >= 0 ? a : b;
}

function min(a: string, b: string): string {
  return a <= b ? a : b;
}
