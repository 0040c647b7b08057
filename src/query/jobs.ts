import type { Day } from '../paper.ts';
import type { Employer, Job } from '../records/job.ts';
import type { CompanyJobs, JobsView, NewsRef } from './section-views.ts';

const CLOSED = 50;
const order = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** @param asOf the day of the last run that read a source of jobs */
export function viewJobs(
  jobs: readonly Job[],
  employers: readonly Employer[],
  newsOf: (employer: string) => NewsRef[],
  asOf: Day | null,
): JobsView {
  const byName = new Map(employers.map((employer) => [bare(employer.name), employer]));
  const open = jobs.filter(({ closed_on }) => closed_on === null);
  const companies = [...Map.groupBy(open, ({ company }) => bare(company))].map(
    ([name, ofCompany]): CompanyJobs => {
      const employer = byName.get(name) ?? null;
      const company = employer?.name ?? ofCompany[0]?.company ?? name;
      return {
        id: employer?.id ?? name,
        company,
        employer,
        jobs: ofCompany
          .toSorted(newestFirst)
          .map((job) => ({ job, isNew: job.first_seen === asOf })),
        news: employer ? newsOf(employer.id) : [],
      };
    },
  );
  const listed = new Set(companies.flatMap(({ employer }) => employer?.id ?? []));
  return {
    companies: companies.toSorted(
      (a, b) => order.compare(a.company, b.company) || compare(a.id, b.id),
    ),
    employers: employers
      .filter(({ id }) => !listed.has(id))
      .toSorted((a, b) => order.compare(a.name, b.name) || compare(a.id, b.id))
      .map((employer) => ({ employer, news: newsOf(employer.id) })),
    closed: jobs
      .filter(({ closed_on }) => closed_on !== null)
      .toSorted((a, b) => compare(b.closed_on ?? '', a.closed_on ?? '') || compare(a.id, b.id))
      .slice(0, CLOSED),
    asOf,
  };
}

function newestFirst(a: Job, b: Job): number {
  return (
    compare(b.posted ?? b.first_seen, a.posted ?? a.first_seen) ||
    order.compare(a.title, b.title) ||
    compare(a.id, b.id)
  );
}

/** Letters and digits alone: `Figure AI` and `figure-ai` are one company. */
const bare = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
