/** An answer of the API → papers. Reads today's form (since November 2025) and the older one of the legacy server. */
import type { Author, FetchedPaper, Instant, PaperId } from '../paper.ts';
import { parseInstant } from '../text/dates.ts';
import { readArxivReference } from '../text/ids.ts';
import { oneLine, oneLineOrNull, paragraphs } from './answer-text.ts';
import { ArxivAnswerError } from './arxiv-answer-error.ts';
import { authorsOf } from './author-line.ts';
import { parseQueryTitle, type RanQuery } from './api-query.ts';
import { isCategory } from './category.ts';
import type { RejectedRecord } from './rejected-record.ts';
import { saysWithdrawn } from './withdrawn.ts';
import { parseXml, type XmlElement } from './xml.ts';

export interface ApiAnswer {
  /** What the server says it ran; `null` when its title does not say. */
  query: RanQuery | null;
  /** Matches in all; they may grow or shrink between pages. */
  total: number;
  /** `null` where the answer does not say. */
  start: number | null;
  perPage: number | null;
  papers: FetchedPaper[];
  rejected: RejectedRecord[];
}

/**
 * In: the whole answer, and where it came from (for messages).
 * Throws `ArxivAnswerError`: `malformed` or `unexpected` when it is no feed of the API, `refused` for arXiv's error entry.
 */
export function parseApiAnswer(xml: string, context: { where: string }): ApiAnswer {
  const feed = parseXml(xml, { where: context.where, roots: ['feed'] });
  const title = oneLine(feed.first('title')?.text);
  const entries = feed.all('entry');
  refuseErrorEntry(entries, context.where);
  const total = count(feed, 'totalResults');
  if (total === null) {
    throw new ArxivAnswerError('unexpected', 'The feed does not say how many results there are', {
      where: context.where,
      excerpt: xml,
      remedy: 'It is not an answer of the arXiv API: check ARXIV_API_URL.',
    });
  }
  const answer: ApiAnswer = {
    query: parseQueryTitle(title),
    total,
    start: count(feed, 'startIndex'),
    perPage: count(feed, 'itemsPerPage'),
    papers: [],
    rejected: [],
  };
  for (const [at, entry] of entries.entries()) {
    const paper = readEntry(entry);
    if (typeof paper === 'string') {
      const where = oneLine(entry.first('id')?.text) || `entry ${at + 1}`;
      answer.rejected.push({ where, why: paper });
    } else {
      answer.papers.push(paper);
    }
  }
  return answer;
}

/** arXiv's errors are a feed with one entry, whose id leads to `/api/errors` and whose title is "Error". */
function refuseErrorEntry(entries: readonly XmlElement[], where: string): void {
  for (const entry of entries) {
    const id = oneLine(entry.first('id')?.text);
    const named = /\/api\/errors(?:#(\S*))?/.exec(id);
    const untitled =
      oneLine(entry.first('title')?.text) !== 'Error' || readArxivReference(id) !== null;
    if (!named && untitled) continue;
    const summary = oneLine(entry.first('summary')?.text);
    throw new ArxivAnswerError('refused', `arXiv refuses the request: "${summary || 'Error'}"`, {
      where,
      code: named?.[1] ?? 'error',
      remedy:
        'The request itself is wrong or the server failed; the same request is not repeated in this run.',
    });
  }
}

/** A whole number, or `null`. */
function count(feed: XmlElement, name: string): number | null {
  const text = oneLine(feed.first(name)?.text);
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** A paper, or why the entry is none. */
function readEntry(entry: XmlElement): FetchedPaper | string {
  const text = (name: string): string => oneLine(entry.first(name)?.text);
  const id = readArxivReference(text('id'));
  if (!id) return 'its id is not of arXiv’s form';
  if (id.version === null) return 'its id has no version';
  if (leadsElsewhere(entry, id.id)) return 'its id and its link name different papers';
  const title = text('title');
  if (title === '') return 'it has no title';
  const submitted = instant(text('published'));
  const updated = instant(text('updated'));
  if (!submitted || !updated) return 'its dates cannot be read';
  const listed = entry.all('category').map(({ attributes }) => attributes['term'] ?? '');
  const primary =
    entry.first('primary_category')?.attributes['term'] ?? listed.find(isCategory) ?? '';
  if (!isCategory(primary)) return 'it has no category';
  const authors = entry.all('author').flatMap(readAuthor);
  if (authors.length === 0) return 'it has no author';
  const comment = oneLineOrNull(entry.first('comment')?.text);
  return {
    id: id.id,
    version: id.version,
    title,
    abstract: paragraphs(entry.first('summary')?.text),
    authors,
    categories: [...new Set([primary, ...listed.filter(isCategory)])],
    primary_category: primary,
    submitted,
    updated,
    comment,
    journal_ref: oneLineOrNull(entry.first('journal_ref')?.text),
    doi: oneLineOrNull(entry.first('doi')?.text),
    // A withdrawal is always a new version.
    ...(id.version > 1 && saysWithdrawn(comment) ? { withdrawn: true } : {}),
    from: 'api',
  };
}

/** The id stands in the entry's links as well: a digit that changed on the way shows. */
function leadsElsewhere(entry: XmlElement, id: PaperId): boolean {
  return entry
    .all('link')
    .map(({ attributes }) => attributes['href'] ?? '')
    .filter((href) => /arxiv\.org\/(?:abs|pdf)\//.test(href))
    .some((href) => (readArxivReference(href)?.id ?? id) !== id);
}

function instant(text: string): Instant | null {
  return /T\d/.test(text) ? parseInstant(text) : null;
}

function readAuthor(author: XmlElement): Author[] {
  const affiliations = author.all('affiliation').map(({ text }) => oneLine(text));
  return authorsOf(
    oneLine(author.first('name')?.text),
    affiliations.filter((text) => text !== ''),
  );
}
