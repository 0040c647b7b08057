import { announcementDay } from '../calendar/calendar.ts';
import { findLinks } from '../match/find-links.ts';
import type { Author, Citations, Day, PaperLink } from '../paper.ts';
import type { Observation } from '../store/merge-paper.ts';
import { dayOf, parseInstant } from '../text/dates.ts';
import { readArxivReference, type ArxivId } from '../text/ids.ts';
import { field, list, rowName, type Reading } from './reading.ts';
import type { Row } from './read-database.ts';

/** Beyond this an author field is no list of names. */
const NAME_LENGTH = 100;

/**
 * A row of `papers` as a statement of the lowest rank: whatever arXiv states of the paper takes its place on the next
 * run. What the earlier product got wrong is put right where that is sure, and left out where it is not.
 * @param today the UTC day of the import
 */
export function readPaperRow(given: Row, today: Day): Reading<Observation> {
  const name = rowName(given);
  const repairs: string[] = [];
  const row = shifted(given, repairs);
  const written = field(row, 'id');
  const reference = idOf(row);
  if (reference === null) return { row: name, why: 'no column holds an arXiv id' };
  const { id, version } = reference;
  if (written !== id)
    repairs.push(
      version === null ? 'the id was read from an address' : 'the version was taken off the id',
    );
  const title = titleOf(row, repairs);
  if (title === '') return { row: name, why: 'it has no title' };
  const submitted = submittedOf(row, id, today, repairs);
  if (submitted === null) return { row: name, why: 'its id is of a month that has not come' };
  const updated = versionDay(row, submitted, today, version);
  const citations = citationsOf(row, today);
  const record: Observation = {
    id,
    version: version ?? 1,
    title,
    abstract: field(row, 'abstract') || null,
    authors: authorsOf(row, repairs),
    categories: [],
    primary_category: '',
    submitted: `${submitted}T00:00:00Z`,
    updated: `${updated}T00:00:00Z`,
    comment: null,
    journal_ref: null,
    doi: null,
    from: 'feed',
    announced: announcementDay(`${submitted}T00:00:00Z`),
    links: linksOf(row, repairs),
    ...(citations ? { citations } : {}),
  };
  if (/^http:\/\/(?:[a-z]+\.)?arxiv\.org\//i.test(field(row, 'pdf_url')))
    repairs.push('the address of the PDF follows from the id, by https');
  return { row: name, record, repairs };
}

/**
 * Rows went through a line whose cells `|` parted and `**` made bold; a title with a `|` of its own pushed all that came
 * after it one column on.
 */
function shifted(row: Row, repairs: string[]): Row {
  const title = field(row, 'title');
  const rest = field(row, 'authors');
  const authors = field(row, 'pdf_url');
  const isShifted = rest.endsWith('**') || (title.startsWith('**') && !title.endsWith('**'));
  if (!isShifted) return row;
  repairs.push('a “|” in the title had moved the columns');
  return {
    ...row,
    title: `${title} | ${rest}`,
    authors: authors.includes('://') ? '' : authors,
    pdf_url: authors.includes('://') ? authors : field(row, 'code_url'),
    code_url: '',
  };
}

function idOf(row: Row): ArxivId | null {
  for (const name of ['id', 'pdf_id', 'pdf_url', 'code_url']) {
    const text = field(row, name);
    const inside = /\]\(\s*([^)\s]+)\s*\)/.exec(text)?.[1] ?? text;
    const found = readArxivReference(inside);
    if (found !== null) return found;
  }
  return null;
}

function titleOf(row: Row, repairs: string[]): string {
  const written = field(row, 'title');
  const title = written
    .replace(/^\[(.*)\]\(\S+\)$/, '$1')
    .replaceAll('**', '')
    .trim();
  if (title !== written && !repairs.some((one) => one.includes('“|”')))
    repairs.push('marks of Markdown were taken out of the title');
  return title;
}

/** Most author fields hold the last author alone, or “X Team”: that is no list of authors. */
function authorsOf(row: Row, repairs: string[]): Author[] {
  const written = field(row, 'authors');
  if (written === '') return [];
  const names = list(written.replace(/\s+(?:and|&)\s+/g, ', ')).filter(
    (name) => name.length <= NAME_LENGTH && !/\bteam$/i.test(name) && !/^et\.? ?al\.?$/i.test(name),
  );
  if (names.length > 1) return names.map((name) => ({ name: name.replace(/ et\.? ?al\.?$/i, '') }));
  repairs.push('the author field is not a list of all authors: left out until arXiv states them');
  return [];
}

/** The day of the first version; `null` when the id itself is not of the past. */
function submittedOf(row: Row, id: string, today: Day, repairs: string[]): Day | null {
  const [, yy = '', mm = ''] = /(\d{2})(\d{2})(?:\.|\d{3}$)/.exec(id) ?? [];
  const month = `${Number(yy) > 90 ? '19' : '20'}${yy}-${mm}`;
  if (month > today.slice(0, 7)) return null;
  const written = dayIn(field(row, 'publish_date') || field(row, 'date'));
  // ids are given out at the announcement, which may be in the month after
  if (
    written !== null &&
    written <= today &&
    [month, monthBefore(month)].includes(written.slice(0, 7))
  )
    return written;
  repairs.push(
    written === null
      ? 'it has no day of publication: the month of its id stands in'
      : 'its day of publication is not of the month of its id, which stands in',
  );
  return `${month}-01`;
}

const monthBefore = (month: string): string =>
  new Date(Date.parse(`${month}-01`) - 86_400_000).toISOString().slice(0, 7);

function versionDay(row: Row, submitted: Day, today: Day, version: number | null): Day {
  const written = dayIn(field(row, 'update_date'));
  const isLater = written !== null && written > submitted && written <= today;
  return isLater && (version ?? 1) > 1 ? written : submitted;
}

/** `2025-12-07`, `2025-12-07 10:00:00.123`, `2025.12.7` → the day; `null` for anything else. */
export function dayIn(text: string): Day | null {
  const [whole = '', year = '', month = '', day = ''] =
    /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?!\d)/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = parseInstant(whole === '' ? text : iso + text.slice(whole.length));
  return instant === null ? null : dayOf(instant);
}

/** A project page shown as code, a brace at the end of an address, plain http. */
function linksOf(row: Row, repairs: string[]): PaperLink[] {
  const written = field(row, 'code_url');
  if (written === '') return [];
  const address = /https?:\/\/[^\s)\]]+/i.exec(written)?.[0] ?? written;
  const links = findLinks({ comment: `Project page: ${address}`, abstract: null });
  const [link] = links;
  if (link === undefined) repairs.push('its code link leads to no code and no project: left out');
  else if (link.kind !== 'code') repairs.push(`its code link is a ${link.kind} link`);
  else if (link.url !== written) repairs.push('its code link was put right');
  return links;
}

/** Only figures of which it is known when they were so. */
function citationsOf(row: Row, today: Day): Citations | null {
  const count = Number(row['citation_count'] ?? Number.NaN);
  const as_of = dayIn(field(row, 'semantic_scholar_updated_at'));
  if (!Number.isInteger(count) || count < 0 || as_of === null || as_of > today) return null;
  const influential = Number(row['influential_citation_count'] ?? 0);
  return {
    count,
    influential: Number.isInteger(influential) && influential >= 0 ? influential : 0,
    venue: field(row, 'venue') || null,
    as_of,
  };
}
