import { z } from 'astro/zod';
import { digest } from '../../query/digest.ts';
import type { NewsEntry } from '../../query/section-views.ts';
import { resource, single } from '../resource.ts';
import { count, month, url } from '../shapes/basics.ts';
import { newsRecord, type NewsRecord } from '../shapes/sections.ts';

export const newsIndex = resource({
  name: 'news',
  path: 'api/v1/news.json',
  title: { en: 'Latest news', zh: '最新新闻' },
  description: {
    en: 'The newest stories, whole days until there are about a hundred, and the months that hold all.',
    zh: '最新的新闻（按整日累计约一百条），以及收录全部新闻的各月文件。',
  },
  schema: z.object({
    total: count.describe('Stories of the whole archive.'),
    months: z.array(z.object({ month, total: count, url })).describe('Newest first.'),
    news: z.array(newsRecord).describe('Newest first.'),
  }),
  files: ({ archive: { sections }, home }) => {
    const months = sections.newsMonths();
    const news = sections.latestNews().flatMap(({ entries }) => entries.map(toNews));
    return single(digest(JSON.stringify([months, news])), () => ({
      total: months.reduce((sum, { total }) => sum + total, 0),
      months: months.map((one) => ({ ...one, url: `${home}api/v1/news/${one.month}.json` })),
      news,
    }));
  },
});

export const newsOfMonth = resource({
  name: 'news-month',
  path: 'api/v1/news/{month}.json',
  parameters: {
    month: {
      en: 'Month of publication (UTC), from news.json.',
      zh: '发布月份（UTC），见 news.json。',
    },
  },
  title: { en: 'News of a month', zh: '某月的新闻' },
  description: {
    en: 'Every story of a month with the feeds that told it, and the papers, datasets and employers it names.',
    zh: '某月的全部新闻、报道来源，以及其中提到的论文、数据集与招聘机构。',
  },
  schema: z.object({
    month,
    total: count,
    news: z.array(newsRecord).describe('Newest first.'),
  }),
  folder: 'api/v1/news',
  files: ({ archive: { sections } }) =>
    sections.newsMonths().map(({ month: name, total }) => {
      const { days } = sections.newsMonth(name);
      const news = days.flatMap(({ entries }) => entries.map(toNews));
      return {
        values: { month: name },
        key: digest(JSON.stringify(news)),
        build: () => ({ month: name, total, news }),
      };
    }),
});

function toNews({ item, told, topics, datasets, employers }: NewsEntry): NewsRecord {
  const { id, title, excerpt, language, published, published_from } = item;
  return {
    id,
    title,
    excerpt,
    language,
    published,
    published_from,
    first_seen: item.first_seen,
    authors: item.authors,
    told: told.map(({ id: source, name, url: address }) => ({ source, name, url: address })),
    topics,
    papers: item.papers,
    datasets: datasets.map(toRef),
    employers: employers.map(toRef),
  };
}

const toRef = ({ id, name }: { id: string; name: string }) => ({ id, name });
