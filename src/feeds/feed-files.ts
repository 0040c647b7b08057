import type { Archive } from '../query/archive.ts';
import { FORMATS, type FeedFormat } from './feed-format.ts';
import { feedOpml } from './feed-opml.ts';
import { feedPath, toFeed, type FeedSource } from './feed-source.ts';
import { feedsOf } from './feeds-of.ts';
import type { FeedModel } from './feed-model.ts';
import type { FeedAddress } from './paper-item.ts';

/** A file that readers subscribe to or import. */
export interface FeedFile {
  /** Below the site's root. */
  path: string;
  type: string;
  bytes: () => Uint8Array;
}

/** The files of one feed; they change together. */
export interface FeedFiles {
  name: string;
  key: string;
  files: () => FeedFile[];
}

const FORMAT_NAMES: readonly FeedFormat[] = ['rss', 'atom', 'json'];

/**
 * Every feed in RSS, Atom and JSON Feed, the feed of everything once more under the address that readers try first, and
 * the OPML file of all.
 */
export function feedFiles(archive: Archive, address: FeedAddress): FeedFiles[] {
  const { feeds, site } = archive.config;
  const model = (source: FeedSource): FeedModel =>
    toFeed(source, address, site.title.en, feeds.hub);
  const sources = feedsOf(archive, address);
  return [
    ...sources.map((source) => ({
      name: source.name,
      key: source.key(),
      files: () => filesOf(source.name, model(source)),
    })),
    ...sources
      .filter(({ name }) => name === 'all')
      .map((source) => ({
        name: 'usual',
        key: source.key(),
        files: () => [atUsualAddress(model(source), address)],
      })),
    {
      // Names and addresses of feeds hang on config and address alone.
      name: 'opml',
      key: sources.map(({ name }) => name).join(' '),
      files: () => [
        {
          path: 'feeds/all.opml',
          type: 'text/x-opml; charset=utf-8',
          bytes: () => Buffer.from(feedOpml(sources, address, site.title.en)),
        },
      ],
    },
  ];
}

function filesOf(name: string, feed: FeedModel): FeedFile[] {
  return FORMAT_NAMES.map((format) => ({
    path: feedPath(name, format),
    type: FORMATS[format].type,
    bytes: () => FORMATS[format].write(feed),
  }));
}

function atUsualAddress(feed: FeedModel, { site, base }: FeedAddress): FeedFile {
  const path = 'rss.xml';
  const self = { ...feed.self, rss: `${site}${base}${path}` };
  const { type, write } = FORMATS.rss;
  return { path, type, bytes: () => write({ ...feed, self }) };
}
