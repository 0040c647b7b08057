/** An announcement feed as Atom. */
import type { Day } from '../../src/paper.ts';
import type { ListedItem } from './announced-items.ts';
import { newYorkHour } from './mailing-calendar.ts';
import { texName } from './tex-names.ts';
import { attribute, line } from './xml-text.ts';

export interface AnnouncementPage {
  categories: string[];
  /** The date that the feed's own stamps state. */
  stamped: Day;
  built: number;
  items: ListedItem[];
}

export function atomAnnouncements({ categories, stamped, built, items }: AnnouncementPage): string {
  const address = attribute(`http://rss.arxiv.org/atom/${categories.join('+')}`);
  const names = categories.join(', ');
  const stamp = new Date(built).toISOString().replace('Z', '866+00:00');
  return `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2005/Atom" xml:lang="en-us">
  <id>${address}</id>
${line(2, 'title', `${names} updates on arXiv.org`)}  <updated>${stamp}</updated>
  <link href="${address}" rel="self" type="application/atom+xml"/>
${line(2, 'subtitle', `${names} updates on the arXiv.org e-print archive.`)}${items.map((item) => entry(item, stamped, stamp)).join('')}</feed>
`;
}

function entry({ paper, version, categories, type }: ListedItem, day: Day, stamp: string): string {
  const versioned = `${paper.id}v${version.version}`;
  const ahead = (newYorkHour(day, 0) - Date.parse(day)) / 3_600_000;
  return (
    '  <entry>\n' +
    line(4, 'id', `oai:arXiv.org:${versioned}`) +
    line(4, 'title', version.title) +
    line(4, 'updated', stamp) +
    `    <link href="https://arxiv.org/abs/${attribute(paper.id)}" rel="alternate" type="text/html"/>\n` +
    line(4, 'summary', description(versioned, type, version.abstract)) +
    stored(categories)
      .map((term) => `    <category term="${attribute(term)}"/>\n`)
      .join('') +
    line(4, 'published', `${day}T00:00:00-0${ahead}:00`) +
    line(4, 'arxiv:announce_type', type) +
    line(4, 'dc:rights', paper.license) +
    (version.journal_ref === null ? '' : line(4, 'arxiv:journal_reference', version.journal_ref)) +
    (version.doi === null ? '' : line(4, 'arxiv:DOI', version.doi)) +
    line(4, 'dc:creator', version.authors.map(creator).join(', ')) +
    '  </entry>\n'
  );
}

export const description = (versioned: string, type: string, abstract: string): string =>
  `arXiv:${versioned} Announce Type: ${type} \nAbstract: ${abstract}`;

/** The feed gives categories in stored order, which does not mark the primary one. */
export const stored = (categories: string[]): string[] => categories.toSorted();

export const creator = ({ name, affiliation }: { name: string; affiliation?: string }): string =>
  texName(affiliation === undefined ? name : `${name} (${affiliation})`);
