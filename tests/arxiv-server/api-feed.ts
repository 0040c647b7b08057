/** The API's answer as the server in service since November 2025 writes it. */
import { createHash } from 'node:crypto';
import type { Author } from '../../src/paper.ts';
import type { Shown } from './world.ts';
import { attribute, line } from './xml-text.ts';

export interface ApiPage {
  /** The query as it was run. */
  query: string;
  idList: string[];
  start: number;
  maxResults: number;
  total: number;
  shown: Shown[];
  now: number;
}

export const feedOpen = `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
`;

/** `2026-04-12T22:45:06Z` */
export const seconds = (now: number): string => `${new Date(now).toISOString().slice(0, 19)}Z`;

export function apiFeed(page: ApiPage): string {
  const { query, start, maxResults, total } = page;
  const ids = page.idList.join(',');
  const stated = `search_query=${query}&id_list=${ids}&start=${start}&max_results=${maxResults}`;
  // 27 characters of base64: the SHA-1 of the stated query without the padding
  const hash = createHash('sha1').update(stated).digest('base64').slice(0, 27);
  const address = `search_query=${inAddress(query)}&start=${start}&max_results=${maxResults}&id_list=${inAddress(ids)}`;
  return (
    feedOpen +
    line(2, 'id', `https://arxiv.org/api/${hash}`) +
    line(2, 'title', `arXiv Query: ${stated}`) +
    line(2, 'updated', seconds(page.now)) +
    `  <link href="${attribute(`https://arxiv.org/api/query?${address}`)}" type="application/atom+xml"/>\n` +
    line(2, 'opensearch:itemsPerPage', String(maxResults)) +
    line(2, 'opensearch:totalResults', String(total)) +
    line(2, 'opensearch:startIndex', String(start)) +
    page.shown.map(entry).join('') +
    '</feed>\n'
  );
}

/** Characters that the server leaves as they are in a query string. */
function inAddress(value: string): string {
  return encodeURIComponent(value)
    .replaceAll('%20', '+')
    .replaceAll(/%(?:24|2C|2F|3A|3B|3F|40)/g, decodeURIComponent);
}

function entry({ paper, version, categories }: Shown): string {
  const versioned = `${paper.id}v${version.version}`;
  const { comment, journal_ref: journal, doi } = version;
  return (
    '  <entry>\n' +
    line(4, 'id', `http://arxiv.org/abs/${versioned}`) +
    line(4, 'title', version.title) +
    line(4, 'updated', version.submitted) +
    `    <link href="https://arxiv.org/abs/${versioned}" rel="alternate" type="text/html"/>\n` +
    `    <link href="https://arxiv.org/pdf/${versioned}" rel="related" type="application/pdf" title="pdf"/>\n` +
    line(4, 'summary', version.abstract) +
    categories.map(category).join('') +
    line(4, 'published', paper.versions[0]?.submitted ?? version.submitted) +
    (comment === null ? '' : line(4, 'arxiv:comment', comment)) +
    `    <arxiv:primary_category term="${attribute(categories[0] ?? '')}"/>\n` +
    (journal === null ? '' : line(4, 'arxiv:journal_ref', journal)) +
    version.authors.map(author).join('') +
    (doi === null ? '' : doiLines(doi)) +
    '  </entry>\n'
  );
}

const category = (term: string): string =>
  `    <category term="${attribute(term)}" scheme="http://arxiv.org/schemas/atom"/>\n`;

const author = ({ name, affiliation }: Author): string =>
  '    <author>\n' +
  line(6, 'name', name) +
  (affiliation === undefined ? '' : line(6, 'arxiv:affiliation', affiliation)) +
  '    </author>\n';

/** Several DOIs stand in one field, separated by spaces; each gets its pair. */
const doiLines = (dois: string): string =>
  dois
    .split(' ')
    .map(
      (doi) =>
        line(4, 'arxiv:doi', doi) +
        `    <link rel="related" href="${attribute(`https://doi.org/${doi}`)}" title="doi"/>\n`,
    )
    .join('');

/** An error is a feed with one entry. */
export function apiError(message: string, now: number): string {
  const slug = `https://arxiv.org/api/errors#${message.replaceAll(/[^\w.-]+/g, '_')}`;
  return (
    feedOpen +
    line(2, 'id', 'https://arxiv.org/') +
    line(2, 'title', 'arXiv Search Results') +
    line(2, 'updated', seconds(now)) +
    line(2, 'opensearch:itemsPerPage', '1') +
    line(2, 'opensearch:totalResults', '1') +
    line(2, 'opensearch:startIndex', '0') +
    '  <entry>\n' +
    line(4, 'id', slug) +
    line(4, 'title', 'Error') +
    line(4, 'updated', seconds(now)) +
    `    <link href="${attribute(slug)}" rel="alternate" type="text/html"/>\n` +
    line(4, 'summary', message) +
    '    <author>\n' +
    line(6, 'name', 'arXiv api core') +
    '    </author>\n  </entry>\n</feed>\n'
  );
}
