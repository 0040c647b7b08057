/** Invented news, jobs, employers and datasets, real in shape: every feature of their pages has a record that shows it. */
import type { Dataset } from '../../src/records/dataset.ts';
import type { Employer, Job } from '../../src/records/job.ts';
import type { NewsItem } from '../../src/records/news-item.ts';
import { datasets } from '../../src/store/dataset-kind.ts';
import { employers, jobs } from '../../src/store/job-kinds.ts';
import { news } from '../../src/store/news-kind.ts';
import type { AnyRecordChange } from '../../src/store/snapshot.ts';
import { plainText } from '../../src/text/plain-text.ts';
import { HOSTILE_STRINGS } from '../hostile/strings.ts';

/** The day of the run that saw them last. */
export const sectionsDay = '2026-11-24';

/** Ids of papers that news links to and datasets come from. */
export interface JoinedPapers {
  /** News links to it, and a dataset comes from it. */
  introduced: string;
  /** News links to it; not in the archive. */
  elsewhere: string;
}

const item = (id: string, given: Partial<NewsItem> & { title: string }): NewsItem => ({
  id,
  excerpt:
    'The machine repeats a task in a workshop until it succeeds, and the team shows what failed on the way.',
  language: 'en',
  published: `${sectionsDay}T07:30:00Z`,
  published_from: 'feed',
  first_seen: sectionsDay,
  authors: ['Ada Berg'],
  told: [{ source: 'workshop-weekly', url: `https://workshop.example.com/${id}` }],
  papers: [],
  ...given,
});

const chinese: Partial<NewsItem> = { language: 'zh', authors: [] };

function inventedNews({ introduced, elsewhere }: JoinedPapers): NewsItem[] {
  const shown = [
    item('story-two-feeds', {
      title: 'A two-armed robot folds laundry in an ordinary flat',
      told: [
        { source: 'workshop-weekly', url: 'https://workshop.example.com/laundry' },
        { source: 'arm-notes', url: 'https://notes.example.com/laundry' },
      ],
      papers: [introduced, elsewhere],
      excerpt: 'Meridian Robotics trained on Kitchen Hours and shows a humanoid robot that folds.',
    }),
    item('story-undated', {
      title: 'A hand that feels what it holds',
      published: `${sectionsDay}T00:00:00Z`,
      published_from: 'fetched',
      excerpt: '',
    }),
    item('story-zh', {
      ...chinese,
      title: '子午机器人发布新一代灵巧手，指尖带有触觉',
      excerpt:
        '子午机器人介绍了新的灵巧手：每个指尖有三百个触点，可在黑暗中辨认物体。团队同时公开了训练数据。',
      told: [{ source: 'zaobao', url: 'https://zaobao.example.cn/a/1' }],
    }),
    item('story-sunday', {
      title: 'On Sunday the Harbor opened its doors to walking machines',
      published: '2026-11-22T09:00:00Z',
      told: [{ source: 'arm-notes', url: 'https://notes.example.com/harbor' }],
    }),
  ];
  const more = Array.from({ length: 28 }, (_, n) =>
    item(`story-${n}`, {
      title: `What the ${['walker', 'gripper', 'drone', 'arm'][n % 4]} learned in week ${n + 1} of its trial`,
      published:
        `2026-${n < 20 ? '11' : '10'}-${String(28 - n).padStart(2, '0')}T1${n % 10}:05:00Z`.replace(
          /-(2[5-8])T/,
          '-24T',
        ),
      ...(n % 3 === 0
        ? {
            ...chinese,
            title: `第 ${n + 1} 周试验：四足机器人学会了爬楼梯`,
            told: [{ source: 'zaobao', url: `https://zaobao.example.cn/b/${n}` }],
          }
        : {}),
    }),
  );
  // as they are after ingest, which cuts them; a part of them, as a page of hundreds takes axe minutes
  const hostile = HOSTILE_STRINGS.filter((_, n) => n % 10 === 0).map((string, n) => {
    const text = plainText(string, { maxLength: 250 });
    return item(`story-hostile-${n}`, {
      title: `Hostile ${n} ${text}`,
      excerpt: text,
      authors: [text === '' ? 'nobody' : text],
      published: '2026-11-20T08:00:00Z',
    });
  });
  return [...shown, ...more, ...hostile];
}

const employer = (id: string, name: string, given: Partial<Employer> = {}): Employer => ({
  id,
  name,
  kind: 'company',
  places: [{ city: 'Lyon', country: 'FR' }],
  careers: `https://${id}.example.com/careers`,
  site: `https://${id}.example.com/`,
  focus: { en: 'Arms that learn from few demonstrations.', zh: '少样本学习的机械臂。' },
  first_seen: '2026-11-01',
  ...given,
});

const inventedEmployers: Employer[] = [
  employer('meridian', 'Meridian Robotics', {
    mentioned_as: ['Meridian Robotics', '子午机器人'],
    places: [
      { city: 'Shenzhen', country: 'CN' },
      { city: 'Lyon', country: 'FR' },
    ],
  }),
  employer('harbor', 'Harbor', { mentioned_as: ['Harbor Robotics'], kind: 'lab' }),
  employer('tern', 'Tern University Robot Lab', {
    kind: 'university',
    places: [{ city: 'Zurich', country: 'CH' }],
    focus: { en: 'Walking machines on rough ground.', zh: '崎岖地形上的行走机器人。' },
  }),
  employer('plover', 'Plover Dynamics', { places: [{ city: 'Seoul', country: 'KR' }] }),
];

const job = (id: string, given: Partial<Job> = {}): Job => ({
  id,
  company: 'Meridian Robotics',
  title: 'Robot learning engineer',
  places: ['Shenzhen'],
  type: 'full-time',
  posted: '2026-11-07',
  first_seen: '2026-11-20',
  source: 'github-invented-jobs',
  url: `https://jobs.example.com/${id}`,
  closed_on: null,
  last_seen: null,
  ...given,
});

const inventedJobs: Job[] = [
  job('job-new', { title: '灵巧操作算法工程师', first_seen: sectionsDay, places: ['Beijing', 'Shenzhen'] }),
  job('job-intern', { title: 'Simulation intern', type: 'internship', places: ['Lyon'] }),
  job('job-plain', { company: 'Cormorant', title: 'Controls', type: null, places: [], posted: null }),
  job('job-phd', { company: 'Tern University Robot Lab', title: 'PhD student, legged locomotion', type: 'phd', places: ['Zurich'], posted: '2026-10-01' }),
  ...Array.from({ length: 18 }, (_, n) =>
    job(`job-${n}`, {
      company: ['Cormorant', 'Meridian Robotics', 'Plover Dynamics'][n % 3] ?? 'Cormorant',
      title: `${['Perception', 'Planning', 'Hardware', 'Data'][n % 4]} engineer, team ${n + 1}`,
      places: [['Seoul', 'Shanghai', 'Boston'][n % 3] ?? 'Seoul'],
      posted: `2026-11-${String(1 + n).padStart(2, '0')}`,
    }),
  ),
  job('job-closed', { title: 'Test driver', closed_on: '2026-11-23', last_seen: '2026-11-22' }),
]; // prettier-ignore

const dataset = (id: string, name: string, given: Partial<Dataset> = {}): Dataset => ({
  id,
  name,
  year: 2025,
  publisher: 'Tern University Robot Lab',
  size: [{ value: 76_000, unit: 'trajectories' }],
  modalities: ['rgb', 'depth', 'proprioception', 'actions'],
  embodiments: ['arm'],
  simulated: false,
  licence: 'CC-BY-4.0',
  paper: null,
  project: `https://${id}.example.org/`,
  data: `https://data.example.org/${id}`,
  description: { en: 'Arms at work in kitchens.', zh: '厨房中的机械臂操作数据。' },
  tags: ['manipulation'],
  curated: true,
  huggingface: null,
  first_seen: '2026-11-01',
  ...given,
});

const hub = (id: string, downloads: number) => ({
  id,
  downloads,
  likes: 12,
  last_modified: '2026-10-01T08:00:00Z',
  as_of: '2026-11-20',
});

const inventedDatasets = ({ introduced }: JoinedPapers): Dataset[] => [
  dataset('kitchen-hours', 'Kitchen Hours', {
    paper: introduced,
    publisher: 'Meridian Robotics',
    year: 2026,
    size: [{ value: 350, unit: 'hours' }, { value: 1200, unit: 'tasks' }],
    embodiments: ['bimanual'],
    huggingface: hub('meridian/kitchen-hours', 12_345),
    first_seen: sectionsDay,
  }),
  dataset('stairs', 'Stairs', {
    mentioned_as: ['STAIRS benchmark'], embodiments: ['quadruped', 'humanoid'], modalities: ['lidar', 'imu'],
    licence: null, simulated: true, size: [{ value: 40, unit: 'scenes' }], project: null,
  }),
  dataset('fingertips', 'FINGERTIPS', {
    modalities: ['tactile', 'rgb'], embodiments: ['dexterous-hand'], licence: 'MIT', size: [], data: null, year: 2023,
  }),
  dataset('hf/someone/folding', 'folding', {
    curated: false, publisher: 'someone', description: null, size: [], embodiments: [], modalities: ['rgb'],
    simulated: null, licence: 'Apache-2.0', project: null, huggingface: hub('someone/folding', 4321), tags: ['LeRobot'],
    data: 'https://huggingface.co/datasets/someone/folding', first_seen: sectionsDay,
  }),
]; // prettier-ignore

/** All of them, as changes of a snapshot. */
export function inventedSections(papers: JoinedPapers): AnyRecordChange[] {
  return [
    { kind: news, upsert: inventedNews(papers) },
    { kind: jobs, upsert: inventedJobs },
    { kind: employers, upsert: inventedEmployers },
    { kind: datasets, upsert: inventedDatasets(papers) },
  ];
}

const answered = {
  state: 'new',
  since: '2026-11-20T06:20:00Z',
  last_success: `${sectionsDay}T06:20:00Z`,
  last_new: `${sectionsDay}T06:20:00Z`,
} as const;

/** How their sources stand. */
export const sectionSources = { news: answered, jobs: answered, datasets: answered };
