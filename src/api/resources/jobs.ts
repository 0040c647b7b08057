import { z } from 'astro/zod';
import { digest } from '../../query/digest.ts';
import type { EmployerEntry } from '../../query/section-views.ts';
import type { Sections } from '../../query/sections.ts';
import type { Job } from '../../records/job.ts';
import { resource, single } from '../resource.ts';
import { count } from '../shapes/basics.ts';
import {
  employerRecord,
  jobRecord,
  type EmployerRecord,
  type JobRecord,
} from '../shapes/sections.ts';

export const jobs = resource({
  name: 'jobs',
  path: 'api/v1/jobs.json',
  title: { en: 'Jobs', zh: '招聘' },
  description: {
    en: 'Every open position by company, those closed last, and the careers pages of labs and companies.',
    zh: '全部在招职位（按公司）、最近关闭的职位，以及各实验室与公司的招聘页面。',
  },
  schema: z.object({
    total: count.describe('Open positions.'),
    jobs: z.array(jobRecord).describe('By company, newest first within each.'),
    closed: z.array(jobRecord).describe('The fifty closed last, newest first.'),
    employers: z.array(employerRecord).describe('By name.'),
  }),
  files: ({ archive: { sections } }) => {
    const body = listed(sections);
    return single(digest(JSON.stringify(body)), () => body);
  },
});

function listed(sections: Sections) {
  const view = sections.jobs();
  const open = view.companies.flatMap(({ company, employer, jobs: ofCompany }) =>
    ofCompany.map(({ job }) => toJob(job, company, employer?.id ?? null)),
  );
  return {
    total: open.length,
    jobs: open,
    closed: view.closed.map((job) => toJob(job, job.company, null)),
    employers: view.allEmployers.map(toEmployer),
  };
}

function toJob(job: Job, company: string, employer: string | null): JobRecord {
  const { id, title, places, type, posted, first_seen, source, url, closed_on } = job;
  return {
    id, company, employer, title, places, type, posted, first_seen, source, url, closed_on,
  }; // prettier-ignore
}

function toEmployer({ employer, datasets }: EmployerEntry): EmployerRecord {
  const { id, name, kind, places, careers, site, focus } = employer;
  return {
    id,
    name,
    kind,
    places: places.map(({ city, country }) => ({ city, country })),
    careers,
    site,
    focus: { en: focus.en, zh: focus.zh },
    datasets,
  };
}
