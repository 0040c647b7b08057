/**
 * arXiv identifiers. Source: arXiv, "arXiv identifier scheme" and "for services"
 * (info.arxiv.org/help/arxiv_identifier.html, …_for_services.html).
 */
import type { PaperId } from '../paper.ts';

export interface ArxivId {
  /** Canonical: no version, no subject class (`math/0309136`, not `math.GT/0309136`). */
  id: PaperId;
  /** `null` when the text names none: the latest. */
  version: number | null;
}

// The archives in which ids were given until March 2007.
const OLD_ARCHIVES: ReadonlySet<string> = new Set(
  'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio quant-ph solv-int supr-con'.split(
    ' ',
  ),
);

const NEW_FORM = /^(\d{2})(\d{2})\.(\d{4,5})(?:v([1-9]\d{0,3}))?$/;
const OLD_FORM =
  /^([a-z]+(?:-[a-z]+)?)(?:\.[A-Za-z-]{2,})?\/(\d{2})(\d{2})(\d{3})(?:v([1-9]\d{0,3}))?$/;

interface Parts {
  id: PaperId;
  version: number | null;
  /** Months since year 0. */
  month: number;
  /** `''` in the form of today. */
  archive: string;
  number: number;
}

/**
 * A bare arXiv id, with or without version, in either form: `2611.01234v2`, `hep-th/9901001`. Strict: `null` for
 * anything arXiv cannot have given (month 13, number 0, a digit too few, an unknown archive, `v0`, spaces around).
 */
export function parseArxivId(text: string): ArxivId | null {
  const parts = partsOf(text);
  return parts && { id: parts.id, version: parts.version };
}

/**
 * The arXiv id that an address or a prefixed id names: `https://arxiv.org/abs/2611.01234v1`, `arXiv:2611.01234`,
 * `oai:arXiv.org:2611.01234`, `10.48550/arXiv.2611.01234`, or a bare id. `null` when it names none.
 */
export function readArxivReference(text: string): ArxivId | null {
  const [, rest = ''] =
    /^\s*(?:https?:\/\/(?:[a-z]+\.)?arxiv\.org\/(?:abs|pdf|html|src|e-print|format)\/|(?:oai:)?arxiv(?:\.org)?:\s*|(?:(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:))?10\.48550\/arxiv\.)?(.*?)\s*$/i.exec(
      text,
    ) ?? [];
  return parseArxivId(rest.replace(/[?#].*$/, '').replace(/(?:\.pdf)?\/?$/i, ''));
}

/** Whether a text is a canonical id: without version, without subject class. */
export function isPaperId(text: string): text is PaperId {
  const parts = partsOf(text);
  return parts !== null && parts.id === text;
}

/**
 * Order of papers: by month, ids of the old form first, then archive, then number. Total and stable; what is not an id
 * comes last, in code unit order.
 */
export function comparePaperIds(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (left === null || right === null) {
    if (left !== right) return left === null ? 1 : -1;
    return compare(a, b);
  }
  return (
    left.month - right.month ||
    Number(left.archive === '') - Number(right.archive === '') ||
    compare(left.archive, right.archive) ||
    left.number - right.number ||
    (left.version ?? 0) - (right.version ?? 0) ||
    compare(a, b)
  );
}

/** The page of a paper, from the root of the site and without base path: `/papers/hep-th/9901001/`. */
export function paperPath(id: PaperId): string {
  return `/papers/${id}/`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function partsOf(text: string): Parts | null {
  return newForm(text) ?? oldForm(text);
}

/** Since April 2007; five digits since January 2015. */
function newForm(text: string): Parts | null {
  const [, yy = '', mm = '', number = '', version] = NEW_FORM.exec(text) ?? [];
  const month = monthOf(2000 + Number(yy), Number(mm));
  // `91` to `99` would be the next century's, and are old ids mistyped.
  if (month === null || month < monthIndex(2007, 4) || Number(yy) > 90) return null;
  if (number.length !== (month < monthIndex(2015, 1) ? 4 : 5) || Number(number) === 0) return null;
  return {
    id: `${yy}${mm}.${number}`,
    version: versionOf(version),
    month,
    archive: '',
    number: Number(number),
  };
}

/** From August 1991 to March 2007. */
function oldForm(text: string): Parts | null {
  const [, archive = '', yy = '', mm = '', number = '', version] = OLD_FORM.exec(text) ?? [];
  if (!OLD_ARCHIVES.has(archive) || Number(number) === 0) return null;
  const year = Number(yy) + (Number(yy) > 90 ? 1900 : 2000);
  const month = monthOf(year, Number(mm));
  if (month === null || month < monthIndex(1991, 8) || month > monthIndex(2007, 3)) return null;
  return {
    id: `${archive}/${yy}${mm}${number}`,
    version: versionOf(version),
    month,
    archive,
    number: Number(number),
  };
}

function monthOf(year: number, month: number): number | null {
  return month >= 1 && month <= 12 ? monthIndex(year, month) : null;
}

function monthIndex(year: number, month: number): number {
  return year * 12 + month - 1;
}

function versionOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
