/** Invented feeds in each real form. */
export interface Told {
  title: string;
  link: string;
  date?: string;
  text?: string;
  guid?: string;
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const rss = (items: readonly Told[], head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Invented</title><link>https://example.com/</link><description>d</description>${items
    .map(
      ({ title, link, date, text = '', guid = link }) =>
        `<item><title>${escape(title)}</title>${link === '' ? '' : `<link>${escape(link)}</link>`}<guid isPermaLink="false">${escape(guid)}</guid>${
          date === undefined ? '' : `<pubDate>${date}</pubDate>`
        }<description>${escape(text)}</description></item>`,
    )
    .join('')}</channel></rss>`;

export const atom = (items: readonly Told[]) =>
  `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Invented</title><id>urn:feed</id><updated>2026-11-23T00:00:00Z</updated>${items
    .map(
      ({ title, link, date, text = '', guid = link }) =>
        `<entry><id>${escape(guid)}</id><title>${escape(title)}</title><link href="${escape(link)}"/>${
          date === undefined ? '' : `<updated>${date}</updated>`
        }<summary type="html">${escape(text)}</summary></entry>`,
    )
    .join('')}</feed>`;

export const rdf = (items: readonly Told[]) =>
  `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://example.com/"><title>Invented</title><link>https://example.com/</link><description>d</description></channel>${items
    .map(
      ({ title, link, date, text = '' }) =>
        `<item rdf:about="${escape(link)}"><title>${escape(title)}</title><link>${escape(link)}</link><description>${escape(text)}</description>${
          date === undefined ? '' : `<dc:date>${date}</dc:date>`
        }</item>`,
    )
    .join('')}</rdf:RDF>`;

export const jsonFeed = (items: readonly Told[]) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Invented',
    items: items.map(({ title, link, date, text, guid = link }) => ({
      id: guid,
      url: link,
      title,
      content_html: text,
      date_published: date,
    })),
  });
