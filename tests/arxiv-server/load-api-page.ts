/** A page of the real API, as papers that the local arXiv can serve in the same order. */
import { XMLParser } from 'fast-xml-parser';
import type { Author } from '../../src/paper.ts';
import { listingDate } from './mailing-calendar.ts';
import type { ServedPaper } from './served-paper.ts';

const repeated = new Set(['entry', 'author', 'category', 'link', 'arxiv:doi']);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  isArray: (name) => repeated.has(name),
});

/** An element without attributes comes as its text, one with attributes as an object. */
type Element = string | { '#text': string };

interface RecordedEntry {
  id: string;
  title: string;
  summary: string;
  published: string;
  updated: string;
  category: { '@term': string }[];
  author: { name: string; 'arxiv:affiliation'?: string }[];
  'arxiv:comment'?: Element;
  'arxiv:journal_ref'?: Element;
  'arxiv:doi'?: Element[];
}

export interface RecordedPage {
  papers: ServedPaper[];
  /** The feed's own `<updated>`, in milliseconds. */
  stamped: number;
  total: number;
}

export function loadApiPage(xml: string): RecordedPage {
  const { feed } = parser.parse(xml) as {
    feed: { updated: string; 'opensearch:totalResults': Element; entry?: RecordedEntry[] };
  };
  return {
    // an error entry has no category
    papers: (feed.entry ?? []).filter((entry) => 'category' in entry).map(served),
    stamped: Date.parse(feed.updated),
    total: Number(textOf(feed['opensearch:totalResults'])),
  };
}

const textOf = (element: Element | undefined): string | undefined =>
  typeof element === 'object' ? element['#text'] : element;

function served(entry: RecordedEntry): ServedPaper {
  const [, id = '', version = '1'] = /abs\/(.+)v(\d+)$/.exec(entry.id) ?? [];
  const shown = {
    version: Number(version),
    submitted: entry.updated,
    announced: listingDate(entry.updated),
    title: entry.title,
    abstract: entry.summary,
    authors: entry.author.map(author),
    comment: textOf(entry['arxiv:comment']) ?? null,
    journal_ref: textOf(entry['arxiv:journal_ref']) ?? null,
    doi: entry['arxiv:doi']?.map(textOf).join(' ') ?? null,
  };
  const first = { ...shown, version: 1, submitted: entry.published };
  return {
    id,
    categories: entry.category.map((category) => category['@term']),
    license: 'http://arxiv.org/licenses/nonexclusive-distrib/1.0/',
    versions: shown.version === 1 ? [shown] : [first, shown],
  };
}

const author = (entry: RecordedEntry['author'][number]): Author => ({
  name: entry.name,
  ...(entry['arxiv:affiliation'] === undefined ? {} : { affiliation: entry['arxiv:affiliation'] }),
});
