/**
 * `/status.json`: the state of the record for uptime monitors. Field names are fixed; fields may be added. It is made of
 * the data alone, so that a build gives the same bytes whenever it is made; what only the clock can tell, whoever asks
 * tells by comparing it with `stale_after`.
 */
import { z } from 'astro/zod';

const instant = z.iso.datetime({ precision: 0 });
const day = z.iso.date();
const count = z.int().nonnegative();

const sourceStatus = z.object({
  state: z.enum(['new', 'quiet', 'unproved', 'stale', 'failing']),
  since: instant.describe('The run in which it entered this state.'),
  last_success: instant.nullable(),
  last_new: instant.nullable().describe('The last run in which it brought something new.'),
  problem: z.string().nullable(),
  remedy: z.string().nullable(),
});

const announcementStatus = z.object({
  date: day,
  state: z.enum(['complete', 'quiet', 'unproved', 'stale', 'failing']),
  announced: count,
  kept: count,
  not_matching: count,
  duplicate: count,
  failed: count,
});

const runStatus = z.object({
  at: instant,
  added: count,
  updated: count,
  problems: count,
  sources: z.record(z.string(), z.string()).describe('State by name of source.'),
});

export const statusSchema = z
  .object({
    schema_version: z.literal(1),
    state: z
      .enum(['ok', 'degraded', 'stale', 'empty'])
      .describe('As of `as_of`. `ok` and `degraded`: as new as arXiv’s calendar says.'),
    as_of: instant
      .nullable()
      .describe('The last run that changed anything; null before the first.'),
    newest_announcement: day.nullable(),
    newest_due: day.nullable().describe('The newest listing that arXiv’s calendar had at `as_of`.'),
    mailings_behind: count.describe('Mailings that should have been here at `as_of` and were not.'),
    stale_after: instant
      .nullable()
      .describe('When the clock is past this and it has not moved, the record is stale.'),
    next_mailing: instant.nullable(),
    next_listing: day.nullable(),
    sources: z.record(z.string(), sourceStatus),
    announcements: z.array(announcementStatus).describe('The last ten, newest first.'),
    last_runs: z.array(runStatus).describe('The last ten that changed anything, newest first.'),
    counts: z.object({
      papers: count,
      announcement_days: count,
      files: count.describe('Files of the snapshot.'),
      bytes: count.describe('Their bytes.'),
    }),
    version: z.string().describe('Of the program that built the site.'),
  })
  .describe('State of the record');

export type Status = z.infer<typeof statusSchema>;
