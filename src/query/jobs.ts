import type { Day } from '../paper.ts';
import type { Employer, Job } from '../records/job.ts';
import type { CompanyJobs, EmployerJoins, JobsView } from './section-views.ts';

const CLOSED = 50;
const order = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

const NOTHING: EmployerJoins = { news: [], papers: { total: 0, newest: [] }, datasets: [] };

/** @param asOf the day of the last run that read a source of jobs */
export function viewJobs(
  jobs: readonly Job[],
  employers: readonly Employer[],
  joinsOf: (employer: string) => EmployerJoins,
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
        ...(employer ? joinsOf(employer.id) : NOTHING),
      };
    },
  );
  const allEmployers = employers
    .toSorted((a, b) => order.compare(a.name, b.name) || compare(a.id, b.id))
    .map((employer) => ({ employer, ...joinsOf(employer.id) }));
  const listed = new Set(companies.flatMap(({ employer }) => employer?.id ?? []));
  return {
    companies: companies.toSorted(
      (a, b) => order.compare(a.company, b.company) || compare(a.id, b.id),
    ),
    employers: allEmployers.filter(({ employer }) => !listed.has(employer.id)),
    allEmployers,
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
