import type { Job } from '../../records/job.ts';

/** A job as a source lists it. */
export type ListedJob = Pick<Job, 'company' | 'title' | 'places' | 'type' | 'posted' | 'url'>;

/** An entry that could not be used: which one, and why. Nothing is left out without one of these. */
export interface RejectedJob {
  where: string;
  why: string;
}

/** All that a source lists at present. */
export interface JobList {
  jobs: ListedJob[];
  rejected: RejectedJob[];
}

/** An answer that is not a list of jobs; the message says what is wrong with it. */
export class JobListError extends Error {
  override readonly name = 'JobListError';
}
