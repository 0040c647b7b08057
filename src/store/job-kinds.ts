import { z } from 'astro/zod';
import { jobTypes, type Employer, type Job } from '../records/job.ts';
import { assertForm } from './paper-schema.ts';
import { recordKind } from './record-kind.ts';
import { address, day, id, text } from './section-fields.ts';

const job = z.looseObject({
  id,
  company: text,
  title: text,
  places: z.array(text),
  type: z.enum(jobTypes).nullable(),
  posted: day.nullable(),
  first_seen: day,
  source: text,
  url: address,
  closed_on: day.nullable(),
  last_seen: day.nullable(),
});

const employer = z.looseObject({
  id,
  name: text,
  kind: z.enum(['company', 'lab', 'university']),
  places: z.array(z.looseObject({ city: text, country: text })),
  careers: address,
  site: address,
  focus: z.looseObject({ en: text, zh: text }),
  mentioned_as: z.array(text).optional(),
  first_seen: day,
});

/** Jobs, one shard a month in which they were first seen; a closed one stays where it is. */
export const jobs = recordKind<Job>({
  name: 'jobs',
  shardOf: ({ first_seen }) => first_seen.slice(0, 7),
  parse(value) {
    assertForm(job, value);
    return value;
  },
});

/** Employers of `data/jobs.yaml`, one shard a month in which they were listed first. */
export const employers = recordKind<Employer>({
  name: 'employers',
  shardOf: ({ first_seen }) => first_seen.slice(0, 7),
  parse(value) {
    assertForm(employer, value);
    return value;
  },
});
