import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { inventedSections, sectionSources } from '../../../tests/archive/invented-sections.ts';
import { SampleArchive } from '../../../tests/archive/sample-archive.ts';
import { aPaper } from '../../../tests/sources/a-paper.ts';
import { apiGroups } from '../../integrations/api-files.ts';
import type { Dataset } from '../../records/dataset.ts';
import type { Job } from '../../records/job.ts';
import type { NewsItem } from '../../records/news-item.ts';
import { datasets } from '../../store/dataset-kind.ts';
import { jobs } from '../../store/job-kinds.ts';
import { news } from '../../store/news-kind.ts';

const address = { site: 'https://pulse.example.org', base: '/', from: 'a test' };
const papers = { introduced: '2611.00001', elsewhere: '2501.00009' };
const records = inventedSections(papers);
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the kind says which
const first = <T>(kind: unknown): T => records.find((change) => change.kind === kind)?.upsert[0];

/** Every file of the sections, and the key under which it is kept. */
async function sectionFiles(sample: SampleArchive) {
  const groups = apiGroups(await sample.open(), address).filter(({ name }) =>
    /^api\/(?:news|news-month|jobs|datasets|legacy-(?:news|jobs|datasets))\//.test(name),
  );
  return new Map(
    groups.flatMap((group) =>
      [...group.files()].map(
        ({ path, render }) => [path, { key: group.key, text: String(render()) }] as const,
      ),
    ),
  );
}

function sample(): SampleArchive {
  const archive = new SampleArchive();
  archive.commit({
    papers: [aPaper('2611.00001', '2026-11-20')],
    records,
    sources: sectionSources,
  });
  return archive;
}

it('a later run that brings nothing leaves every file as it was, though its sources answered again', async () => {
  using archive = sample();
  const before = await sectionFiles(archive);
  expect(before.size).toBe(8);
  const later = {
    ...sectionSources.news,
    last_success: '2026-11-25T06:20:00Z',
    state: 'quiet' as const,
  };
  archive.commit({
    papers: [aPaper('2611.00009', '2026-11-25')],
    sources: { news: later, jobs: later, datasets: later },
  });
  const after = await sectionFiles(archive);
  for (const [path, { text }] of before) {
    if (path === 'api/jobs.json' || path === 'api/datasets.json') {
      // the earlier product's form says whether there is anything new today, and that is over
      expect(JSON.parse(after.get(path)?.text ?? '')).toEqual({
        ...JSON.parse(text),
        has_new_today: false,
      });
    } else expect([path, after.get(path)?.text]).toEqual([path, text]);
  }
});

it('a story of one month leaves the files of the others, and their keys', async () => {
  using archive = sample();
  const before = await sectionFiles(archive);
  const story = { ...first<NewsItem>(news), id: 'late', published: '2026-11-25T08:00:00Z' };
  archive.commit({ records: [{ kind: news, upsert: [story] }] });
  const after = await sectionFiles(archive);
  expect(after.get('api/v1/news/2026-10.json')).toEqual(before.get('api/v1/news/2026-10.json'));
  expect(after.get('api/v1/news/2026-11.json')?.key).not.toBe(
    before.get('api/v1/news/2026-11.json')?.key,
  );
  expect(after.get('api/v1/datasets.json')).toEqual(before.get('api/v1/datasets.json'));
});

it('files stay small: two thousand jobs, a thousand datasets and a month of two thousand stories', async () => {
  using archive = sample();
  const many = <T extends { id: string }>(
    kind: unknown,
    count: number,
    more: (n: number) => Partial<T>,
  ): T[] =>
    Array.from({ length: count }, (_, n) => ({ ...first<T>(kind), id: `many-${n}`, ...more(n) }));
  archive.commit({
    records: [
      {
        kind: jobs,
        upsert: many<Job>(jobs, 2000, (n) => ({
          title: `Engineer ${n * 7919}`,
          url: `https://jobs.example.com/${n * 104_729}`,
        })),
      },
      {
        kind: datasets,
        upsert: many<Dataset>(datasets, 1000, (n) => ({
          name: `Set ${n * 7919}`,
          data: `https://data.example.org/${n * 104_729}`,
        })),
      },
      {
        kind: news,
        upsert: many<NewsItem>(news, 2000, (n) => ({
          title: `Story ${n * 7919} of a robot`,
          told: [{ source: 'workshop-weekly', url: `https://workshop.example.com/${n * 104_729}` }],
        })),
      },
    ],
  });
  const gzipped = new Map(
    [...(await sectionFiles(archive))].map(([path, { text }]) => [path, gzipSync(text).length]),
  );
  for (const [path, size] of gzipped)
    expect([path, size < (path.startsWith('api/v1/') ? 160_000 : 20_000)]).toEqual([path, true]);
});
