/**
 * An announcement feed (Atom or RSS 2.0) → the announcement. It holds one mailing: id and version, how it is announced,
 * abstract, authors as one line, categories, license; no submission time and no comment.
 */
import type { AnnounceType, AnnouncedItem, Announcement, Day } from '../paper.ts';
import { parseInstant } from '../text/dates.ts';
import { readArxivReference } from '../text/ids.ts';
import { accentsToUnicode, oneLine, oneLineOrNull, paragraphs } from './answer-text.ts';
import { ArxivAnswerError } from './arxiv-answer-error.ts';
import { parseAuthorLine } from './author-line.ts';
import { isCategory } from './category.ts';
import { easternClock } from '../calendar/eastern-time.ts';
import type { RejectedRecord } from './rejected-record.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** An announcement with the items that could not be read, and those that bear another date than the newest. */
export interface ParsedAnnouncement extends Announcement {
  rejected: RejectedRecord[];
}

const TYPES: ReadonlySet<string> = new Set<AnnounceType>([
  'new',
  'cross',
  'replace',
  'replace-cross',
]);

/**
 * In: the whole answer of `/atom/…` or `/rss/…`, and where it came from (for messages).
 * Throws `ArxivAnswerError`: `malformed` or `unexpected` when it is no such feed, `refused` for arXiv's error feed.
 */
export function parseAnnouncements(xml: string, context: { where: string }): ParsedAnnouncement {
  const root = parseXml(xml, { where: context.where, roots: ['feed', 'rss'] });
  const isRss = root.name === 'rss';
  const feed = isRss ? root.first('channel') : root;
  const title = oneLine(feed?.first('title')?.text);
  if (!feed || title.startsWith('Feed error')) {
    const says =
      oneLine(feed?.first(isRss ? 'description' : 'subtitle')?.text) || title || 'no channel';
    throw new ArxivAnswerError('refused', `arXiv refuses the feed: "${says}"`, {
      where: context.where,
      code: 'feed-error',
      remedy: 'Check the categories in config.yaml: one unknown name fails them all.',
    });
  }
  const categories = /^(.+?) updates on arXiv\.org$/.exec(title)?.[1]?.split(/,\s*/);
  if (!categories) {
    throw new ArxivAnswerError(
      'unexpected',
      `The feed is titled "${title}", not "… updates on arXiv.org"`,
      {
        where: context.where,
        excerpt: xml,
        remedy: 'It is not an announcement feed of arXiv: check ARXIV_FEED_URL.',
      },
    );
  }
  const read = (isRss ? feed.all('item') : feed.all('entry')).map(readItem);
  const built = oneLine(feed.first(isRss ? 'lastBuildDate' : 'updated')?.text);
  return { ...onOneDate(read), built: parseInstant(built), categories };
}

interface ReadItem {
  where: string;
  date: Day | null;
  item: AnnouncedItem | string;
}

/** A feed states one mailing. Items of an older one are leftovers of a cache: named, not mixed in. */
function onOneDate(
  read: readonly ReadItem[],
): Pick<ParsedAnnouncement, 'date' | 'items' | 'rejected'> {
  const dates = read
    .flatMap(({ date, item }) => (typeof item === 'string' || date === null ? [] : [date]))
    .sort();
  const date = dates.at(-1) ?? null;
  const items = new Map<string, AnnouncedItem>();
  const rejected: RejectedRecord[] = [];
  for (const entry of read) {
    if (typeof entry.item === 'string') rejected.push({ where: entry.where, why: entry.item });
    else if (entry.date !== date) {
      rejected.push({
        where: entry.where,
        why: `it is dated ${String(entry.date)} in the announcement of ${String(date)}`,
      });
    } else if (!items.has(entry.item.id)) items.set(entry.item.id, entry.item);
  }
  return { date, items: [...items.values()], rejected };
}

function readItem(element: XmlElement, at: number): ReadItem {
  const named = oneLine((element.first('guid') ?? element.first('id'))?.text);
  const stated = element.first('pubDate') ?? element.first('published');
  const instant = parseInstant(oneLine(stated?.text));
  return {
    where: named || `item ${at + 1}`,
    // pubDate is midnight US Eastern of the listing.
    date: instant && easternClock(instant).day,
    item: instant ? itemOf(element, named) : 'its date cannot be read',
  };
}

function itemOf(element: XmlElement, named: string): AnnouncedItem | string {
  const described = (element.first('description') ?? element.first('summary'))?.text ?? '';
  // "arXiv:2611.01234v1 Announce Type: new \nAbstract: …"
  const [head = '', stated = '', statedType = ''] =
    /^\s*arXiv:(\S+)\s+Announce Type:\s*([\w-]*)\s*(?:Abstract:\s*)?/i.exec(described) ?? [];
  const id = readArxivReference(named) ?? readArxivReference(stated);
  if (!id) return 'its id is not of arXiv’s form';
  if ((readArxivReference(stated)?.id ?? id.id) !== id.id)
    return 'its id and its text name different papers';
  const version = id.version ?? readArxivReference(stated)?.version ?? null;
  if (version === null) return 'its id has no version';
  const type = oneLine(element.first('announce_type')?.text) || statedType;
  if (!isAnnounceType(type)) return `its announce type is "${type}"`;
  const title = oneLine(accentsToUnicode(element.first('title')?.text ?? ''));
  if (title === '') return 'it has no title';
  const categories = element
    .all('category')
    .map(({ attributes, text }) => attributes['term'] ?? oneLine(text))
    .filter(isCategory);
  if (categories.length === 0) return 'it has no category';
  return {
    id: id.id,
    version,
    type,
    title,
    abstract: paragraphs(accentsToUnicode(described.slice(head.length))) ?? '',
    authors: parseAuthorLine(
      element
        .all('creator')
        .map(({ text }) => text)
        .join(', '),
    ),
    categories: [...new Set(categories)],
    license: oneLineOrNull(element.first('rights')?.text),
  };
}

function isAnnounceType(type: string): type is AnnounceType {
  return TYPES.has(type);
}
