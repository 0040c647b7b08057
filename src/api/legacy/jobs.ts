import { z } from 'astro/zod';
import { digest } from '../../query/digest.ts';
import type { Sections } from '../../query/sections.ts';
import type { Job } from '../../records/job.ts';
import { resource, single } from '../resource.ts';
import { count, day } from '../shapes/basics.ts';
import { LIMIT, page, success } from './shape.ts';

export const legacyJobs = resource({
  name: 'legacy-jobs',
  path: 'api/jobs.json',
  title: { en: 'Jobs (earlier form)', zh: '招聘（旧格式）' },
  description: {
    en: 'The newest open jobs, at most a hundred.',
    zh: '最新的在招职位，至多一百个。',
  },
  schema: z.object({
    success,
    jobs: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        description: z.string(),
        link: z.string(),
        update_date: day.describe('When the archive first saw it.'),
        source_date: z.string().describe('When its source says it was posted, `2025.12.7`.'),
        company: z.string(),
        location: z.string(),
        job_type: z.string(),
      }),
    ),
    total: count,
    ...page,
    has_new_today: z.boolean(),
  }),
  files: ({ archive: { sections } }) => {
    const jobs = open(sections);
    return single(digest(JSON.stringify(jobs)), () => jobs);
  },
});

function open(sections: Sections) {
  const all = sections
    .jobs()
    .companies.flatMap(({ company, jobs }) =>
      jobs.map((entry) => Object.assign({ company }, entry)),
    );
  const newest = all.toSorted(
    (a, b) => compare(dated(b.job), dated(a.job)) || compare(a.job.id, b.job.id),
  );
  return {
    success: true,
    jobs: newest.slice(0, LIMIT).map(({ job, company }) => ({
      id: job.id,
      title: job.title,
      description: '',
      link: job.url,
      update_date: job.first_seen,
      source_date: dotted(dated(job)),
      company,
      location: job.places.join(', '),
      job_type: job.type ?? '',
    })),
    total: all.length,
    limit: LIMIT,
    offset: 0,
    has_new_today: all.some(({ isNew }) => isNew),
  };
}

const dated = ({ posted, first_seen }: Job): string => posted ?? first_seen;

/** `2025-12-07` as `2025.12.7`. */
const dotted = (date: string): string => date.split('-').map(Number).join('.');

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
