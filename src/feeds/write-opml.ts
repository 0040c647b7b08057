import { element, xmlDocument } from './xml-element.ts';

/** Feeds under one heading of an OPML file. */
export interface OpmlGroup {
  title: string;
  feeds: { title: string; rss: string; home: string }[];
}

/** A list of feeds as OPML 2.0 (http://opml.org/spec2.opml), which readers import. */
export function writeOpml(title: string, groups: readonly OpmlGroup[]): string {
  const outlines = groups.map((group) =>
    element(
      'outline',
      { text: group.title, title: group.title },
      group.feeds.map((feed) =>
        element('outline', {
          type: 'rss',
          text: feed.title,
          title: feed.title,
          xmlUrl: feed.rss,
          htmlUrl: feed.home,
        }),
      ),
    ),
  );
  return xmlDocument(
    element('opml', { version: '2.0' }, [
      element('head', {}, [element('title', {}, title)]),
      element('body', {}, outlines),
    ]),
  );
}
