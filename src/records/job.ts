/** A job and an employer, as `data/jobs/**.ndjson` and `data/employers/**.ndjson` hold them: add, never rename. */
import type { Day } from '../paper.ts';

export const jobTypes = [
  'full-time',
  'internship',
  'phd',
  'postdoc',
  'faculty',
  'part-time',
  'contract',
] as const;

export type JobType = (typeof jobTypes)[number];

export interface Job {
  id: string;
  company: string;
  title: string;
  /** Cities by their English names where known, else as the source writes them. */
  places: string[];
  /** `null` when the source does not say. */
  type: JobType | null;
  /** When the source says it was posted; `null` when it does not say. */
  posted: Day | null;
  /** The UTC day on which this archive first saw it. */
  first_seen: Day;
  /** `starcycle-awesome-embodied-ai-job`, `greenhouse-figureai` …: a part of the source `jobs`. */
  source: string;
  url: string;
  /** The first run that no longer found it listed; `null` while it is. */
  closed_on: Day | null;
  /** The last run that found it listed. Written when it closes: while it is open that is the source's last success. */
  last_seen: Day | null;
}

export interface Employer {
  id: string;
  name: string;
  kind: 'company' | 'lab' | 'university';
  places: { city: string; country: string }[];
  careers: string;
  site: string;
  focus: { en: string; zh: string };
  /** The names by which texts speak of it, in place of `name`; left out when that is `name` alone. */
  mentioned_as?: string[] | undefined;
  first_seen: Day;
}
