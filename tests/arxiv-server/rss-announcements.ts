/** An announcement feed as RSS 2.0. */
import type { Day } from '../../src/paper.ts';
import type { ListedItem } from './announced-items.ts';
import { creator, description, stored, type AnnouncementPage } from './atom-announcements.ts';
import { newYorkHour } from './mailing-calendar.ts';
import { attribute, line, text } from './xml-text.ts';

export function rssAnnouncements({ categories, stamped, built, items }: AnnouncementPage): string {
  const address = text(`http://rss.arxiv.org/rss/${categories.join('+')}`);
  const names = categories.join(', ');
  return `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0">
  <channel>
${line(4, 'title', `${names} updates on arXiv.org`)}    <link>${address}</link>
${line(4, 'description', `${names} updates on the arXiv.org e-print archive.`)}    <atom:link href="${attribute(address)}" rel="self" type="application/rss+xml"/>
    <docs>http://www.rssboard.org/rss-specification</docs>
    <language>en-us</language>
    <lastBuildDate>${rfc822(built, '+0000')}</lastBuildDate>
    <managingEditor>rss-help@arxiv.org</managingEditor>
    <pubDate>${midnight(stamped)}</pubDate>
    <skipDays>
      <day>Saturday</day>
      <day>Sunday</day>
    </skipDays>
${items.map((item) => entry(item, stamped)).join('')}  </channel>
</rss>
`;
}

/** `Thu, 18 Jun 2026 04:00:11 +0000` */
const rfc822 = (instant: number, zone: string): string =>
  new Date(instant).toUTCString().replace('GMT', zone);

/** Midnight in New York: `Thu, 18 Jun 2026 00:00:00 -0400` */
function midnight(day: Day): string {
  const ahead = (newYorkHour(day, 0) - Date.parse(day)) / 3_600_000;
  return rfc822(Date.parse(day), `-0${ahead}00`);
}

function entry({ paper, version, categories, type }: ListedItem, day: Day): string {
  const versioned = `${paper.id}v${version.version}`;
  return (
    '    <item>\n' +
    line(6, 'title', version.title) +
    line(6, 'link', `https://arxiv.org/abs/${paper.id}`) +
    line(6, 'description', description(versioned, type, version.abstract)) +
    `      <guid isPermaLink="false">${text(`oai:arXiv.org:${versioned}`)}</guid>\n` +
    stored(categories)
      .map((term) => line(6, 'category', term))
      .join('') +
    line(6, 'pubDate', midnight(day)) +
    line(6, 'arxiv:announce_type', type) +
    line(6, 'dc:rights', paper.license) +
    (version.doi === null ? '' : line(6, 'arxiv:DOI', version.doi)) +
    (version.journal_ref === null ? '' : line(6, 'arxiv:journal_reference', version.journal_ref)) +
    line(6, 'dc:creator', version.authors.map(creator).join(', ')) +
    '    </item>\n'
  );
}
