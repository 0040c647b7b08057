/** What the pages of news, jobs and datasets, and their feeds and JSON, are given. */
import type { Day, Instant } from '../paper.ts';
import type { Dataset } from '../records/dataset.ts';
import type { Employer, Job } from '../records/job.ts';
import type { NewsItem } from '../records/news-item.ts';
import type { PaperRef } from './views.ts';

/** A thing to point at by name. */
export interface NameRef {
  id: string;
  name: string;
}

/** A news item to point at. */
export interface NewsRef {
  title: string;
  url: string;
  source: string;
  published: Instant;
  language: 'en' | 'zh';
}

export interface NewsEntry {
  item: NewsItem;
  /** Who told it, by name, each with the address of the telling. */
  told: { id: string; name: string; url: string }[];
  /** Topics whose phrases its title or opening holds. */
  topics: string[];
  /** Papers of the archive that it links to, and those that are not in the archive. */
  papers: PaperRef[];
  otherPapers: string[];
  datasets: NameRef[];
  employers: NameRef[];
}

/** The news of one day (UTC), newest first. */
export interface NewsDay {
  date: Day;
  entries: NewsEntry[];
}

export interface NewsMonth {
  month: string;
  previous: string | null;
  next: string | null;
  days: NewsDay[];
}

export interface JobEntry {
  job: Job;
  /** Seen first in the last run. */
  isNew: boolean;
}

/** What of the archive an employer is joined to. */
export interface EmployerJoins {
  news: NewsRef[];
  /** Papers of the archive that come from it, newest first; the first few with their titles. */
  papers: { total: number; newest: PaperRef[] };
  /** Datasets that it published. */
  datasets: NameRef[];
}

export interface EmployerEntry extends EmployerJoins {
  employer: Employer;
}

/** All open jobs of one company. */
export interface CompanyJobs extends EmployerJoins {
  /** For links: `unitree`. */
  id: string;
  company: string;
  employer: Employer | null;
  jobs: JobEntry[];
}

export interface JobsView {
  /** By name; those who have an open job listed. */
  companies: CompanyJobs[];
  /** Employers whose jobs no source lists: their careers pages. */
  employers: EmployerEntry[];
  /** Those of both lists, by name. */
  allEmployers: EmployerEntry[];
  /** Closed last, newest first. */
  closed: Job[];
  /** The day of the last run that read a source of jobs; `null` before the first. */
  asOf: Day | null;
}

export interface DatasetEntry {
  dataset: Dataset;
  /** The paper that introduces it, when the archive holds it. */
  paper: PaperRef | null;
  /** Papers of the archive that mention it by name, newest first; the first few with their titles. */
  mentions: { total: number; newest: PaperRef[] };
  news: NewsRef[];
  /** Employers that published it. */
  employers: NameRef[];
}

/** What else speaks of a paper: shown on its page. */
export interface PaperMentions {
  news: NewsRef[];
  /** `introduces`: it is the dataset's own paper. */
  datasets: (NameRef & { introduces: boolean })[];
  /** Employers that it comes from. */
  employers: NameRef[];
}
