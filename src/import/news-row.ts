import type { Config, NewsSource } from '../config/config.ts';
import { toFeedItem } from '../sources/news/to-feed-item.ts';
import { newsKeeper } from '../update/keep-news.ts';
import type { Sighted } from '../update/merge-news.ts';
import { field, list, rowName, type Reading } from './reading.ts';
import type { Row } from './read-database.ts';

/** No host: a relative address led somewhere on a page that is not known any more. */
const NO_BASE = 'https://invalid.invalid/';
const HAN = /\p{Script=Han}/u;

/** Rows of `news` → items as a feed would have brought them. What is off topic by `config.yaml` is refused. */
export function newsRowReader(config: Config): (row: Row) => Reading<Sighted> {
  const keep = newsKeeper(config);
  return (row) => {
    const name = rowName(row);
    const item = toFeedItem(
      {
        title: { value: field(row, 'title'), form: 'html' },
        links: [field(row, 'link')].filter((link) => link !== ''),
        texts: [{ value: field(row, 'description'), form: 'html' }],
        dates: [field(row, 'published_at')],
        authors: list(field(row, 'author')),
      },
      NO_BASE,
      1,
    );
    if ('why' in item) return { row: name, why: item.why };
    const source = sourceOf(row, item.url, config);
    if (!keep({ ...source, match: 'topics' }, item))
      return { row: name, why: 'off topic by the topics and news.phrases of config.yaml' };
    const repairs =
      item.published === null ? ['it has no usable date: the day of the import stands in'] : [];
    return { row: name, record: { source, item }, repairs };
  };
}

/** The source of `config.yaml` that the link is of, or one by the name that the row states. */
function sourceOf(row: Row, url: string, { news }: Config): NewsSource {
  const host = bareHost(url);
  const known = news.sources.find((source) => bareHost(source.url) === host);
  if (known) return known;
  const name = field(row, 'source', 60) || field(row, 'platform', 60) || host;
  const id = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return {
    id: id === '' ? host.replaceAll('.', '-') : id,
    name,
    url,
    kind: 'media',
    language: HAN.test(field(row, 'title')) ? 'zh' : 'en',
    match: 'topics',
  };
}

/** `spectrum.ieee.org` and `feeds.ieee.org` are not one: only `www.` and `feeds.` make no difference. */
const bareHost = (url: string): string => new URL(url).hostname.replace(/^(?:www|feeds?)\./, '');
