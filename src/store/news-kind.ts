import { z } from 'astro/zod';
import type { NewsItem } from '../records/news-item.ts';
import { canonicalJson, compareText } from './canonical-json.ts';
import { assertForm } from './paper-schema.ts';
import { recordKind } from './record-kind.ts';
import { address, day, id, instant, paperId, text } from './section-fields.ts';

const schema = z.looseObject({
  id,
  title: text,
  excerpt: z.string(),
  language: z.enum(['en', 'zh']),
  published: instant,
  published_from: z.enum(['feed', 'fetched']),
  first_seen: day,
  authors: z.array(text),
  told: z.array(z.looseObject({ source: text, url: address })).min(1),
  papers: z.array(paperId),
});

/** News, one shard a month of publication. Of two records of one story the one seen first stays, with all who told it. */
export const news = recordKind<NewsItem>({
  name: 'news',
  shardOf: ({ published }) => published.slice(0, 7),
  parse(value) {
    assertForm(schema, value);
    return value;
  },
  merge(a, b) {
    const earlier =
      compareText(a.first_seen, b.first_seen) || compareText(canonicalJson(a), canonicalJson(b));
    const [kept, other] = earlier <= 0 ? [a, b] : [b, a];
    const urls = new Set(kept.told.map(({ url }) => url));
    const told = [...kept.told, ...other.told.filter(({ url }) => !urls.has(url))];
    return { ...kept, told, papers: [...new Set([...kept.papers, ...other.papers])].sort() };
  },
  loss: (known, next) => (next.told.length < known.told.length ? 'a telling would be lost' : null),
});
