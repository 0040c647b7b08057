/** Job boards with public JSON: Greenhouse and Lever. */
import { z } from 'astro/zod';
import { formatInstant, parseInstant } from '../../text/dates.ts';
import { plainText } from '../../text/plain-text.ts';
import { safeUrl } from '../../text/safe-url.ts';
import { jobType } from './job-type.ts';
import { JobListError, type JobList, type ListedJob } from './listed-job.ts';
import { placesOf } from './places.ts';
import { removeContacts } from './remove-contacts.ts';

const greenhouseJob = z.looseObject({
  title: z.string(),
  absolute_url: z.string(),
  location: z.looseObject({ name: z.string().nullish() }).nullish(),
  first_published: z.string().nullish(),
  updated_at: z.string().nullish(),
});
const leverJob = z.looseObject({
  text: z.string(),
  hostedUrl: z.string(),
  createdAt: z.number().nullish(),
  workplaceType: z.string().nullish(),
  categories: z
    .looseObject({
      location: z.string().nullish(),
      allLocations: z.array(z.string()).nullish(),
      commitment: z.string().nullish(),
    })
    .nullish(),
});

/** `GET /v1/boards/<board>/jobs`: `{jobs: […]}`. @throws {JobListError} when it is not that */
export function readGreenhouse(body: string, company: string): JobList {
  const answer = z.looseObject({ jobs: z.array(z.unknown()) }).safeParse(json(body));
  if (!answer.success) throw new JobListError('does not answer with a list under `jobs`');
  return collect(answer.data.jobs, greenhouseJob, (job) => ({
    company,
    title: words(job.title),
    places: placesOf(job.location?.name ?? ''),
    type: jobType(job.title),
    posted: parseInstant(job.first_published ?? '')?.slice(0, 10) ?? null,
    url: job.absolute_url,
  }));
}

/** `GET /v0/postings/<site>?mode=json`: a list. @throws {JobListError} when it is not that */
export function readLever(body: string, company: string): JobList {
  const answer = z.array(z.unknown()).safeParse(json(body));
  if (!answer.success) throw new JobListError('does not answer with a list');
  return collect(
    answer.data,
    leverJob,
    ({ text, hostedUrl, createdAt, categories, workplaceType }) => ({
      company,
      title: words(text),
      places: [
        ...new Set((categories?.allLocations ?? [categories?.location ?? '']).flatMap(placesOf)),
        ...(workplaceType === 'remote' ? ['Remote'] : []),
      ],
      type: jobType(categories?.commitment, text),
      posted: dayOfMilliseconds(createdAt ?? 0),
      url: hostedUrl,
    }),
  );
}

function collect<S extends z.ZodType>(
  entries: readonly unknown[],
  schema: S,
  toJob: (entry: z.output<S>) => ListedJob,
): JobList {
  const list: JobList = { jobs: [], rejected: [] };
  for (const [index, entry] of entries.entries()) {
    const where = `job ${index + 1}`;
    const { data, success } = schema.safeParse(entry);
    if (!success) {
      list.rejected.push({ where, why: 'it lacks a title or a link' });
      continue;
    }
    const job = toJob(data);
    const url = safeUrl(job.url);
    if (url === null) list.rejected.push({ where, why: 'its link is not usable' });
    else if (job.title === '') list.rejected.push({ where, why: 'its title is empty' });
    else list.jobs.push({ ...job, url });
  }
  return list;
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new JobListError('does not answer with JSON', { cause });
  }
}

const words = (title: string): string =>
  plainText(removeContacts(plainText(title)), { maxLength: 160 });

function dayOfMilliseconds(ms: number): string | null {
  // 2000 to 2100: outside of it the number is not of milliseconds
  return ms > 946_684_800_000 && ms < 4_102_444_800_000 ? formatInstant(ms).slice(0, 10) : null;
}
