import { indexPhrases } from './phrase-index.ts';
import { venues } from './venues.ts';

/** Where a paper was accepted or published: short name and year, `null` when not said. */
export interface PaperVenue {
  name: string;
  year: number | null;
}

const index = indexPhrases<{ name: string; needsYear: boolean }>(
  venues.flatMap(({ name, phrases, withYear = [] }) =>
    [phrases, withYear].flatMap((named) =>
      named.map((phrase) => [phrase, { name, needsYear: named === withYear }] as const),
    ),
  ),
);

const accepted =
  /accept|appear|publish|present(?:ed|ing)?\b|proceedings|camera.?ready|\b(?:oral|spotlight|poster|highlight|award|in press)\b/gi;
/** What says that the paper is not there, or that another version of it is. */
const notAccepted =
  /submi|re-?view|reject|withdrawn|prepar(?:ed|ing)|sent to|target|intended|extended version|extension of|\b(?:challenge|competition|template|format|style)\b/gi;

/**
 * The venue that accepted a paper, as its journal reference or comment says: `Accepted to CoRL 2026`, `ICRA 2025`,
 * `to appear in RA-L`. A submission or a review is no acceptance. A workshop is said as such: `CoRL Workshop`.
 */
export function findVenue(paper: {
  comment: string | null;
  journal_ref: string | null;
}): PaperVenue | null {
  const { comment, journal_ref: reference } = paper;
  return (reference && inClause(spell(reference), true)) || (comment && inComment(comment)) || null;
}

function inComment(comment: string): PaperVenue | null {
  for (const clause of clauses(spell(comment))) {
    const venue = inClause(clause, false);
    if (venue !== null) return venue;
  }
  return null;
}

/** Years set apart and written out: `CVPR2026`, `ICRA'26`, `RSS 26'` → `CVPR 2026`, `ICRA 2026`, `RSS 2026`. */
function spell(text: string): string {
  return text
    .replaceAll(/https?:\/\/\S+/g, ' ')
    .replaceAll(/([A-Za-z])(20\d\d)\b/g, '$1 $2')
    .replaceAll(/\b([A-Z][A-Za-z]*[A-Z])[\s-]?['’]?([12]\d)(?!\d)['’]?/g, '$1 20$2')
    .replaceAll(' & ', ' and ');
}

/** A full stop ends a clause unless it ends an abbreviation. */
function clauses(comment: string): string[] {
  return comment.split(
    /(?<!\b(?:Proc|Conf|Int|Intl|Trans|Symp|Lett|Vol|No|pp|vol|no|vs|Rob|Robot|Autom|Mag|J|St|al))\.(?=\s|$)|[;|\n]/,
  );
}

function inClause(clause: string, published: boolean): PaperVenue | null {
  const hits = index.find(clause).sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { value, start, end } of hits) {
    if (isLongerName(clause, start, end)) continue;
    const year = yearNear(clause, start, end);
    if (value.needsYear && year === null) continue;
    if (!published && !isAccepted(clause, start, end, year !== null)) continue;
    return { name: `${value.name}${part(clause)}`, year };
  }
  return null;
}

/** `International Conference on Machine Learning and Applications` is not the one on machine learning. */
function isLongerName(clause: string, start: number, end: number): boolean {
  return clause.slice(start, end).includes(' ') && /^\s+and\s+[A-Z]/.test(clause.slice(end));
}

/** The nearest word before the venue decides, else the nearest after it; a bare `ICRA 2025` is an acceptance. */
function isAccepted(clause: string, start: number, end: number, hasYear: boolean): boolean {
  const before = clause.slice(0, start);
  const after = clause.slice(end);
  const yes = lastIndex(before, accepted);
  const no = lastIndex(before, notAccepted);
  if (yes !== no) return yes > no;
  const later = after.search(new RegExp(notAccepted.source, 'i'));
  const sooner = after.search(new RegExp(accepted.source, 'i'));
  if (later >= 0 && (sooner < 0 || later < sooner)) return false;
  return sooner >= 0 || hasYear;
}

function lastIndex(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}

/** The year after the venue, else the last before it. */
function yearNear(clause: string, start: number, end: number): number | null {
  const after = /\b(?:19|20)\d\d\b/.exec(clause.slice(end, end + 80));
  const before = /.*\b((?:19|20)\d\d)\b/s.exec(clause.slice(Math.max(0, start - 60), start));
  const year = after?.[0] ?? before?.[1];
  return year === undefined ? null : Number(year);
}

function part(clause: string): string {
  if (/\bworkshops?\b/i.test(clause)) return ' Workshop';
  return /\bfindings?\b/i.test(clause) ? ' Findings' : '';
}
