/** The API's answer as the older server wrote it: hard-wrapped text, http links, `<updated>` at midnight. */
import { createHash } from 'node:crypto';
import type { ApiPage } from './api-feed.ts';
import { newYork, newYorkHour } from './mailing-calendar.ts';
import type { Shown } from './world.ts';
import { attribute, text } from './xml-text.ts';

const opensearch = 'xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"';
const arxiv = 'xmlns:arxiv="http://arxiv.org/schemas/atom"';

export function legacyApiFeed(page: ApiPage): string {
  const stated = `search_query=${page.query}&id_list=${page.idList.join(',')}&start=${page.start}&max_results=${page.maxResults}`;
  const hash = createHash('sha1').update(stated).digest('base64').slice(0, 27);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?${encodeURIComponent(stated)}" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: ${text(stated)}</title>
  <id>http://arxiv.org/api/${hash}</id>
  <updated>${midnight(page.now)}</updated>
  <opensearch:totalResults ${opensearch}>${page.total}</opensearch:totalResults>
  <opensearch:startIndex ${opensearch}>${page.start}</opensearch:startIndex>
  <opensearch:itemsPerPage ${opensearch}>${page.maxResults}</opensearch:itemsPerPage>
${page.shown.map(entry).join('')}</feed>
`;
}

/** `2025-10-17T00:00:00-04:00` */
function midnight(now: number): string {
  const { day } = newYork(now);
  const ahead = (newYorkHour(day, 0) - Date.parse(day)) / 3_600_000;
  return `${day}T00:00:00-0${ahead}:00`;
}

function entry({ paper, version, categories }: Shown): string {
  const versioned = attribute(`${paper.id}v${version.version}`);
  const { comment, journal_ref: journal, doi } = version;
  return `  <entry>
    <id>http://arxiv.org/abs/${versioned}</id>
    <updated>${version.submitted}</updated>
    <published>${paper.versions[0]?.submitted ?? ''}</published>
    <title>${wrap(text(version.title), 'Title')}</title>
    <summary>${wrap(`  ${text(version.abstract)}`, '')}
</summary>
${version.authors.map(({ name }) => `    <author>\n      <name>${text(name)}</name>\n    </author>\n`).join('')}${
    doi === null
      ? ''
      : `    <arxiv:doi ${arxiv}>${text(doi)}</arxiv:doi>
    <link title="doi" href="${attribute(`http://dx.doi.org/${doi}`)}" rel="related"/>
`
  }${optional('comment', comment)}${optional('journal_ref', journal)}    <link href="http://arxiv.org/abs/${versioned}" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/${versioned}" rel="related" type="application/pdf"/>
    <arxiv:primary_category ${arxiv} term="${attribute(categories[0] ?? '')}" scheme="http://arxiv.org/schemas/atom"/>
${categories.map((term) => `    <category term="${attribute(term)}" scheme="http://arxiv.org/schemas/atom"/>\n`).join('')}  </entry>
`;
}

const optional = (name: string, value: string | null): string =>
  value === null
    ? ''
    : `    <arxiv:${name} ${arxiv}>${wrap(text(value), 'Comments')}</arxiv:${name}>\n`;

/**
 * The older server gave text in lines of at most 79 characters, a title or comment as if its name stood before it, and
 * their further lines with two spaces.
 */
function wrap(value: string, name: string): string {
  const lines: string[] = [];
  for (const word of value.split(' ')) {
    const last = lines.pop();
    const taken = lines.length === 0 && name !== '' ? name.length + 2 : 0;
    if (last === undefined) lines.push(word);
    else if (taken + last.length + 1 + word.length < 80) lines.push(`${last} ${word}`);
    else lines.push(last, (name === '' ? '' : '  ') + word);
  }
  return lines.join('\n');
}
