import { XMLValidator } from 'fast-xml-parser';
import { parseFeed } from 'feedsmith';
import { FeedError } from './feed-error.ts';
import type { FeedReading } from './feed-item.ts';
import { rawEntries, type RawEntry } from './raw-entry.ts';
import { toFeedItem } from './to-feed-item.ts';

/** Items of one feed that a run reads, in the feed's order: archives of ten thousand are no news. */
export const MOST_ITEMS = 1000;

/**
 * A document of a feed (RSS 2.0, Atom, RDF, JSON Feed) → its items. What cannot be used is named, never dropped.
 *
 * @param address where it came from, for relative links
 * @throws {FeedError} when the document is not a feed, is cut off, or declares entities
 */
export function readFeed(document: string, address: string): FeedReading {
  const text = document.trim();
  refuse(text);
  const entries = entriesOf(text);
  const reading: FeedReading = {
    items: [],
    rejected: [],
    surplus: Math.max(0, entries.length - MOST_ITEMS),
  };
  for (const [index, entry] of entries.slice(0, MOST_ITEMS).entries()) {
    const item = toFeedItem(entry, address, index + 1);
    if ('why' in item) reading.rejected.push(item);
    else reading.items.push(item);
  }
  return reading;
}

function refuse(text: string): void {
  if (text === '') throw new FeedError('the document is empty');
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*(?:<!doctype\s+html|<html)\b/i.test(
      text.slice(0, 4000),
    )
  )
    throw new FeedError('the document is a web page, not a feed');
  // entities of a document's own making expand without bound
  if (/<!ENTITY/i.test(text))
    throw new FeedError('the document declares entities, which are refused');
  if (!text.startsWith('<')) return;
  const wellFormed = XMLValidator.validate(text, { allowBooleanAttributes: true });
  if (wellFormed !== true) {
    const { line, msg } = wellFormed.err;
    throw new FeedError(`the document is cut off or broken at line ${line} (${msg})`);
  }
}

function entriesOf(text: string): RawEntry[] {
  try {
    return rawEntries(parseFeed(text));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new FeedError(`the document is not RSS, Atom, RDF or JSON Feed (${reason})`, { cause });
  }
}
