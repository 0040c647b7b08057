/** feedsmith's four forms of a feed → one form of an entry, still untrusted. */
import type { parseFeed } from 'feedsmith';

/** Text with what it is: `html` may hold tags and character references, `plain` is as it stands. */
export interface RawText {
  value: string;
  form: 'html' | 'plain';
}

export interface RawEntry {
  /** What names the entry in a message. */
  guid?: string;
  /** Addresses in order of preference; the first usable one counts. */
  links: string[];
  title: RawText;
  /** From the shortest to the fullest. */
  texts: RawText[];
  /** In order of preference. */
  dates: string[];
  authors: string[];
}

type AnyFeed = ReturnType<typeof parseFeed>;
type Entries<Format extends AnyFeed['format'], Key extends string> =
  Extract<AnyFeed, { format: Format }>['feed'] extends Partial<
    Record<Key, readonly (infer Entry)[]>
  >
    ? Entry
    : never;

const html = (value: string | undefined): RawText[] => (value ? [{ value, form: 'html' }] : []);
const plain = (value: string | undefined): RawText[] => (value ? [{ value, form: 'plain' }] : []);
const given = (...values: unknown[]): string[] =>
  values.filter((value): value is string => typeof value === 'string' && value.trim() !== '');
const first = (texts: RawText[]): RawText => texts[0] ?? { value: '', form: 'plain' };

/** The entries of a feed in its own order. */
export function rawEntries(parsed: AnyFeed): RawEntry[] {
  switch (parsed.format) {
    case 'rss':
      return (parsed.feed.items ?? []).map(rssEntry);
    case 'atom':
      return (parsed.feed.entries ?? []).map(atomEntry);
    case 'rdf':
      return (parsed.feed.items ?? []).map(rdfEntry);
    default:
      return (parsed.feed.items ?? []).map(jsonEntry);
  }
}

function rssEntry(item: Entries<'rss', 'items'>): RawEntry {
  const { guid } = item;
  const permalink = guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '');
  return {
    guid: guid?.value ?? '',
    links: given(item.link, permalink ? guid?.value : undefined),
    title: first(html(item.title)),
    texts: [...html(item.description), ...html(item.content?.encoded)],
    dates: given(item.pubDate, ...(item.dc?.dates ?? []), item.atom?.published, item.atom?.updated),
    authors: [...(item.authors ?? []).map(personName), ...(item.dc?.creators ?? [])],
  };
}

function atomEntry(entry: Entries<'atom', 'entries'>): RawEntry {
  const links = entry.links ?? [];
  const alternate = links.filter(({ rel }) => rel === undefined || rel === 'alternate');
  const text = (node: { value?: string; type?: string } | undefined): RawText[] =>
    node?.type === undefined || node.type === 'text' ? plain(node?.value) : html(node.value);
  return {
    guid: entry.id ?? '',
    links: given(...alternate.map(({ href }) => href)),
    title: first(text(entry.title)),
    texts: [...text(entry.summary), ...text(entry.content)],
    dates: given(entry.published, entry.updated),
    authors: given(...(entry.authors ?? []).map(({ name }) => name)),
  };
}

function rdfEntry(item: Entries<'rdf', 'items'>): RawEntry {
  return {
    guid: item.rdf?.about ?? '',
    links: given(item.link, item.rdf?.about),
    title: first(html(item.title)),
    texts: [...html(item.description), ...html(item.content?.encoded)],
    dates: given(...(item.dc?.dates ?? [])),
    authors: item.dc?.creators ?? [],
  };
}

function jsonEntry(item: Entries<'json', 'items'>): RawEntry {
  return {
    guid: item.id ?? '',
    links: given(item.url, item.external_url),
    title: first(plain(item.title)),
    texts: [...plain(item.summary), ...plain(item.content_text), ...html(item.content_html)],
    dates: given(item.date_published, item.date_modified),
    authors: given(...(item.authors ?? []).map(({ name }) => name)),
  };
}

/** RSS writes `address (name)`: the address is nobody's business. */
function personName(author: string | { name?: string }): string {
  const text = typeof author === 'string' ? author : (author.name ?? '');
  const named = /\(([^()]+)\)\s*$/.exec(text)?.[1] ?? text;
  return named.includes('@') ? '' : named;
}
