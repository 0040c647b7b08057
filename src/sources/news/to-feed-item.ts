import type { PaperId } from '../../paper.ts';
import { parseInstant } from '../../text/dates.ts';
import { htmlToText } from '../../text/html-text.ts';
import { readArxivReference } from '../../text/ids.ts';
import { plainText } from '../../text/plain-text.ts';
import { cleanLink } from './canonical-link.ts';
import type { FeedItem, RejectedItem } from './feed-item.ts';
import type { RawEntry, RawText } from './raw-entry.ts';

const TITLE_LENGTH = 300;
const EXCERPT_LENGTH = 280;
/** What matching reads of an item: enough for any article. */
const TEXT_LENGTH = 40_000;
const MOST_AUTHORS = 12;

const ARXIV_ADDRESS = /https?:\/\/(?:[a-z]+\.)?arxiv\.org\/(?:abs|pdf|html)\/[\w./-]+/gi;

/**
 * An entry → safe plain values, or why it cannot be used: an item that leads nowhere, or has no words.
 * @param base the feed's address, for relative links
 */
export function toFeedItem(entry: RawEntry, base: string, place: number): FeedItem | RejectedItem {
  const title = shown(entry.title, TITLE_LENGTH);
  const where = `item ${place}${title === '' ? '' : ` (“${plainText(title, { maxLength: 60 })}”)`}`;
  const url = entry.links.map((link) => cleanLink(link, base)).find((link) => link !== null);
  if (url === undefined) {
    const [link] = entry.links;
    const why =
      link === undefined
        ? 'it has no link'
        : `its link is not usable (${plainText(link, { maxLength: 80 })})`;
    return { where, why };
  }
  const texts = entry.texts.map((text) => multiline(text)).filter((text) => text !== '');
  const [opening = '', ...fuller] = texts;
  const heading = title === '' ? plainText(opening, { maxLength: 80 }) : title;
  if (heading === '') return { where, why: 'it has neither title nor text' };
  return {
    url,
    title: heading,
    text: [opening, ...fuller].join('\n').slice(0, TEXT_LENGTH),
    excerpt: plainText(opening, { maxLength: EXCERPT_LENGTH }),
    published: entry.dates.map(parseInstant).find((date) => date !== null) ?? null,
    authors: authorsOf(entry),
    papers: papersIn([...entry.links, ...entry.texts.map(({ value }) => value)]),
  };
}

function shown(text: RawText, maxLength: number): string {
  return plainText(multiline(text), { maxLength });
}

/** HTML is decoded once, by the reader of HTML; plain text not at all: the document's own layer is gone already. */
function multiline({ value, form }: RawText): string {
  return form === 'html' ? htmlToText(value) : plainText(value, { multiline: true });
}

function authorsOf({ authors }: RawEntry): string[] {
  const names = authors.map((name) => plainText(htmlToText(name), { maxLength: 80 }));
  return [...new Set(names.filter((name) => name !== '' && !name.includes('@')))].slice(
    0,
    MOST_AUTHORS,
  );
}

/** Papers that an item links to, in the order of their mention. */
function papersIn(sources: readonly string[]): PaperId[] {
  const ids = sources.flatMap((source) =>
    [...source.matchAll(ARXIV_ADDRESS)].flatMap(([address]) => {
      const reference = readArxivReference(address.replace(/[./-]+$/, ''));
      return reference === null ? [] : [reference.id];
    }),
  );
  return [...new Set(ids)];
}
