import type { Archive } from '../query/archive.ts';
import { digest } from '../query/digest.ts';
import { companyUrl, datasetUrl } from '../render/urls.ts';
import type { FeedItem } from './feed-model.ts';
import type { FeedSource } from './feed-source.ts';
import type { FeedAddress } from './paper-item.ts';

type Section = Pick<FeedSource, 'name' | 'title' | 'description'>;

/** The feeds of news, jobs and datasets. */
export function sectionFeeds({ sections, config }: Archive, address: FeedAddress): FeedSource[] {
  const front = `${address.site}${address.base}`;
  const feed = (section: Section, all: FeedItem[]): FeedSource => {
    const items = all
      .toSorted((a, b) =>
        a.published === b.published ? (a.id < b.id ? -1 : 1) : a.published < b.published ? 1 : -1,
      )
      .slice(0, config.feeds.items);
    return {
      ...section,
      group: 'sections',
      page: `${section.name}/`,
      key: () => digest(JSON.stringify(items)),
      items: () => items,
    };
  };
  const news = sections.latestNews().flatMap(({ entries }) => entries);
  const { companies } = sections.jobs();
  return [
    feed(
      {
        name: 'news',
        title: { en: 'News', zh: '新闻' },
        description: 'News of the field.',
      },
      news.map(({ item, told }) => ({
        id: `urn:story:${item.id}`,
        title: item.title,
        url: told[0]?.url ?? front,
        published: item.published,
        authors: item.authors,
        categories: told.map(({ id, name }) => ({ term: id, label: name })),
        summary: item.excerpt === '' ? [] : [item.excerpt],
      })),
    ),
    feed(
      {
        name: 'jobs',
        title: { en: 'Jobs', zh: '招聘' },
        description: 'Open positions, as they are listed.',
      },
      companies.flatMap(({ id, company, jobs }) =>
        jobs.map(({ job }): FeedItem => ({
          id: `urn:job:${job.id}`,
          title: `${company}: ${job.title}`,
          url: job.url,
          published: `${job.first_seen}T00:00:00Z`,
          authors: [company],
          categories: job.type === null ? [] : [{ term: job.type, label: job.type }],
          summary: job.places.length === 0 ? [] : [job.places.join(', ')],
          related: `${address.site}${companyUrl(address.base, id)}`,
        })),
      ),
    ),
    feed(
      {
        name: 'datasets',
        title: { en: 'Datasets', zh: '数据集' },
        description: 'Datasets new to the archive.',
      },
      sections.datasets().map(({ dataset }) => ({
        id: `urn:dataset:${dataset.id}`,
        title: dataset.name,
        url: `${address.site}${datasetUrl(address.base, dataset.id)}`,
        published: `${dataset.first_seen}T00:00:00Z`,
        authors: [dataset.publisher],
        categories: dataset.tags.map((tag) => ({ term: tag, label: tag })),
        summary: dataset.description === null ? [] : [dataset.description.en],
      })),
    ),
  ];
}
