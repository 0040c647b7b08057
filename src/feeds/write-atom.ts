import type { FeedItem, FeedModel } from './feed-model.ts';
import { itemHtml } from './item-html.ts';
import { once } from '../query/once.ts';
import { element, withItems, xmlDocument, type Xml } from './xml-element.ts';

/** `atom:updated` is required; a feed that never held anything has not changed since the beginning. */
const NEVER = '1970-01-01T00:00:00Z';

/** A feed as Atom (RFC 4287). Its own author is the site: an entry whose authors are not known falls back on it. */
export function writeAtom(feed: FeedModel): Buffer {
  const root = {
    xmlns: 'http://www.w3.org/2005/Atom',
    'xml:lang': feed.language === 'zh' ? 'zh-CN' : 'en',
  };
  const frame = xmlDocument(
    element('feed', root, [
      element('id', {}, feed.id),
      element('title', {}, feed.title),
      element('subtitle', {}, feed.description),
      element('updated', {}, feed.updated ?? NEVER),
      person(feed.site),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.self.atom }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
      feed.hub !== undefined && element('link', { rel: 'hub', href: feed.hub }),
    ]),
  );
  return withItems(frame, '\n</feed>\n', feed.items.map(atomEntry));
}

const atomEntry = once((item: FeedItem): Buffer =>
  element('entry', {}, [
    element('id', {}, item.id),
    element('title', {}, item.title),
    element('published', {}, item.published),
    element('updated', {}, item.updated ?? item.published),
    element('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    item.related !== undefined && element('link', { rel: 'related', href: item.related }),
    ...item.authors.map(person),
    ...item.categories.map(({ term, label }) => element('category', { term, label })),
    item.list !== undefined && element('content', { type: 'html' }, itemHtml(item)),
    item.summary.length > 0 && element('summary', {}, item.summary.join('\n\n')),
  ]).bytes(),
);

function person(name: string): Xml {
  return element('author', {}, [element('name', {}, name)]);
}
