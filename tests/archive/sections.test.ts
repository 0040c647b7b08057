import { expect, it } from 'vitest';
import type { Dataset } from '../../src/records/dataset.ts';
import type { Employer, Job } from '../../src/records/job.ts';
import type { NewsItem } from '../../src/records/news-item.ts';
import { legacyDatasets } from '../../src/api/legacy/datasets.ts';
import { legacyJobs } from '../../src/api/legacy/jobs.ts';
import { legacyNews } from '../../src/api/legacy/news.ts';
import type { Resource } from '../../src/api/resource.ts';
import { datasets } from '../../src/store/dataset-kind.ts';
import { employers, jobs } from '../../src/store/job-kinds.ts';
import { news } from '../../src/store/news-kind.ts';
import { aPaper } from '../sources/a-paper.ts';
import { SampleArchive } from './sample-archive.ts';

const entry = (kind: 'new') =>
  ({
    state: kind,
    since: '2026-11-24T06:00:00Z',
    last_success: '2026-11-24T06:00:00Z',
    last_new: null,
  }) as const;
const item = (id: string, given: Partial<NewsItem> = {}): NewsItem => ({
  id,
  title: `Story ${id}`,
  excerpt: '',
  language: 'en',
  published: '2026-11-23T10:00:00Z',
  published_from: 'feed',
  first_seen: '2026-11-23',
  authors: [],
  told: [{ source: 'paper-of-record', url: `https://news.example.com/${id}` }],
  papers: [],
  ...given,
});
const job = (id: string, given: Partial<Job> = {}): Job => ({
  id,
  company: 'Acme Robots',
  title: `Engineer ${id}`,
  places: ['Beijing'],
  type: 'full-time',
  posted: '2026-11-07',
  first_seen: '2026-11-20',
  source: 'github-invented',
  url: `https://jobs.example.com/${id}`,
  closed_on: null,
  last_seen: null,
  ...given,
});
const acme: Employer = {
  id: 'acme', name: 'Acme Robots', kind: 'company', places: [{ city: 'Lyon', country: 'FR' }],
  careers: 'https://acme.example.com/jobs', site: 'https://acme.example.com/',
  focus: { en: 'Arms.', zh: '机械臂。' }, first_seen: '2026-11-01',
}; // prettier-ignore
const dataset = (id: string, name: string, given: Partial<Dataset> = {}): Dataset => ({
  id, name, year: 2024, publisher: 'Lab', size: [{ value: 76_000, unit: 'trajectories' }], modalities: ['rgb'],
  embodiments: ['arm'], simulated: false, licence: 'MIT', paper: null, project: null, data: null,
  description: { en: 'Arms at work.', zh: '机械臂数据。' }, tags: ['manipulation'], curated: true, huggingface: null,
  first_seen: '2026-11-01', ...given,
}); // prettier-ignore

function sample(): SampleArchive {
  const archive = new SampleArchive();
  archive.commit({
    papers: [
      aPaper('2611.00001', '2026-11-20', { title: 'KITCHENS: pans and pots for arms' }),
      aPaper('2611.00002', '2026-11-20', { abstract: 'A droid walks through kitchens.' }),
      aPaper('2611.00003', '2026-11-23', {
        abstract: 'We evaluate on Kitchens and DROID.',
        authors: [{ name: 'Mei Zhang', affiliation: 'Acme Robots' }],
        links: [{ kind: 'project', url: 'https://lab.bolt.example.com/arms' }],
      }),
    ],
    records: [
      {
        kind: news,
        upsert: [
          item('a', {
            papers: ['2611.00002', '2501.00009'],
            excerpt: 'Acme Robots trains on DROID.',
          }),
          item('b', { published: '2026-10-02T10:00:00Z' }),
        ],
      },
      {
        kind: jobs,
        upsert: [
          job('1'),
          job('2', { first_seen: '2026-11-24', posted: null }),
          job('3', { closed_on: '2026-11-22', last_seen: '2026-11-21' }),
        ],
      },
      {
        kind: employers,
        upsert: [acme, { ...acme, id: 'bolt', name: 'Bolt', site: 'https://bolt.example.com/' }],
      },
      {
        kind: datasets,
        upsert: [
          dataset('kitchens', 'Kitchens', { paper: '2611.00001' }),
          dataset('droid', 'DROID', { publisher: 'Acme Robots' }),
          dataset('hf/x/test', 'test', { curated: false }),
        ],
      },
    ],
    sources: { jobs: entry('new') },
  });
  return archive;
}

it('papers, news, datasets and employers point at each other, both ways', async () => {
  using archive = sample();
  const opened = await archive.openCold();
  const { sections } = opened;
  const [story] = sections.latestNews()[0]?.entries ?? [];
  expect(story).toMatchObject({
    papers: [{ id: '2611.00002' }],
    otherPapers: ['2501.00009'],
    datasets: [{ id: 'droid', name: 'DROID' }],
    employers: [{ id: 'acme', name: 'Acme Robots' }],
  });
  const beside = [{ title: 'Story a', url: 'https://news.example.com/a' }];
  expect(sections.jobs().companies[0]).toMatchObject({
    id: 'acme',
    employer: { id: 'acme' },
    news: beside,
    papers: { total: 1, newest: [{ id: '2611.00003' }] },
    datasets: [{ id: 'droid', name: 'DROID' }],
  });
  expect(sections.jobs().employers[0]).toMatchObject({
    employer: { id: 'bolt' },
    papers: { total: 1, newest: [{ id: '2611.00003' }] },
    datasets: [],
  });
  const [droid, kitchens] = sections.datasets();
  expect(droid).toMatchObject({
    dataset: { id: 'droid' },
    mentions: { total: 1, newest: [{ id: '2611.00003' }] },
    news: beside,
    employers: [{ id: 'acme', name: 'Acme Robots' }],
  });
  expect(kitchens).toMatchObject({
    paper: { id: '2611.00001' },
    mentions: { total: 1, newest: [{ id: '2611.00003' }] },
  });
  expect(opened.paper('2611.00001').mentions).toEqual({
    news: [],
    datasets: [{ id: 'kitchens', name: 'Kitchens', introduces: true }],
    employers: [],
  });
  expect(opened.paper('2611.00002').mentions).toMatchObject({ news: beside, datasets: [] });
  expect(opened.paper('2611.00003').mentions?.datasets.map(({ id }) => id)).toEqual([
    'droid',
    'kitchens',
  ]);
  expect(opened.paper('2611.00003').mentions?.employers).toEqual([
    { id: 'acme', name: 'Acme Robots' },
    { id: 'bolt', name: 'Bolt' },
  ]);
});

it('a story changes the pages of the papers that it links to, and of no other day', async () => {
  using archive = sample();
  const keysOf = async () => {
    const opened = await archive.open();
    return Object.fromEntries(
      opened
        .paperDays()
        .map(({ date, key }) => [date, [key, opened.paperPages(date).map((page) => page.key)]]),
    );
  };
  const before = await keysOf();
  expect(await keysOf()).toEqual(before);
  archive.commit({ records: [{ kind: news, upsert: [item('c', { papers: ['2611.00003'] })] }] });
  const after = await keysOf();
  expect(after['2026-11-20']).toEqual(before['2026-11-20']);
  expect(after['2026-11-23']).not.toEqual(before['2026-11-23']);
});

it('a cache of mentions that is kept gives what an empty one gives', async () => {
  using archive = sample();
  await archive.open();
  archive.commit({ papers: [aPaper('2611.00004', '2026-11-24', { abstract: 'DROID again.' })] });
  const [kept, cold] = [await archive.open(), await archive.openCold()];
  expect(kept.sections.datasets()).toEqual(cold.sections.datasets());
  expect(kept.paper('2611.00004').mentions?.datasets).toEqual([
    { id: 'droid', name: 'DROID', introduces: false },
  ]);
});

it('open jobs stand by company, new ones are those of the last run, closed ones apart', async () => {
  using archive = sample();
  const view = (await archive.openCold()).sections.jobs();
  expect(
    view.companies.map(({ jobs: listed }) => listed.map((one) => [one.job.id, one.isNew])),
  ).toEqual([
    [
      ['2', true],
      ['1', false],
    ],
  ]);
  expect(view.employers.map(({ employer }) => employer.id)).toEqual(['bolt']);
  expect(view.closed.map(({ id }) => id)).toEqual(['3']);
});

it('news has its newest days, and each month by itself', async () => {
  using archive = sample();
  const { sections } = await archive.openCold();
  expect(sections.latestNews().map(({ date, entries }) => [date, entries.length])).toEqual([
    ['2026-11-23', 1],
    ['2026-10-02', 1],
  ]);
  expect(sections.newsMonth('2026-10')).toMatchObject({ previous: null, next: '2026-11' });
  expect(() => sections.newsMonth('2026-09')).toThrow('no news of 2026-09');
});

it('the JSON of the earlier product keeps its field names', async () => {
  using archive = sample();
  const opened = await archive.openCold();
  const of = (value: unknown) => Object.keys(value as object).join(' ');
  const built = ({ files, schema }: Resource) =>
    schema.parse(files({ archive: opened, home: 'https://example.org/' })[0]?.build());
  const [newsJson, jobsJson, datasetsJson] = [legacyNews, legacyJobs, legacyDatasets].map(
    built,
  ) as [
    { news: object[] },
    { jobs: object[]; total: number; has_new_today: boolean },
    { datasets: object[] },
  ];
  expect(of(newsJson)).toBe('success news total limit offset');
  expect(of(newsJson.news[0])).toBe(
    'id title description link source platform published_at image_url author tags',
  );
  expect(of(jobsJson)).toBe('success jobs total limit offset has_new_today');
  expect(jobsJson.jobs[1]).toEqual({
    id: '1', title: 'Engineer 1', description: '', link: 'https://jobs.example.com/1', update_date: '2026-11-20',
    source_date: '2026.11.7', company: 'Acme Robots', location: 'Beijing', job_type: 'full-time',
  }); // prettier-ignore
  expect([jobsJson.total, jobsJson.has_new_today]).toEqual([2, true]);
  expect(of(datasetsJson.datasets[0])).toBe(
    'id name description category publisher publish_date project_link paper_link dataset_link scale link source source_url tags',
  );
  expect(datasetsJson.datasets[0]).toMatchObject({
    scale: '76,000 trajectories',
    publish_date: '2024',
    source: 'curated',
  });
});

it('a snapshot without sections has empty ones', async () => {
  using archive = new SampleArchive();
  archive.commit({ papers: [aPaper('2611.00001', '2026-11-20')] });
  const opened = await archive.openCold();
  const { sections } = opened;
  expect([sections.latestNews(), sections.newsMonths(), sections.datasets()]).toEqual([[], [], []]);
  expect(sections.jobs()).toEqual({
    companies: [],
    employers: [],
    allEmployers: [],
    closed: [],
    asOf: null,
  });
  expect(opened.paper('2611.00001').mentions).toBeUndefined();
});
