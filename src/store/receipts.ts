/**
 * Receipts: what each run did and what became of each announcement. `data/receipts/YYYY-MM.ndjson`, one a line.
 *
 * Two kinds share a file: `announcement/2026-11-24` (one a listing date, replaced when a later run completes it) and
 * `run/2026-11-24T06:37:11Z` (one a run that changed something).
 */
import { z } from 'astro/zod';

const instant = z.iso.datetime({ precision: 0 });
const day = z.iso.date();
const count = z.int().nonnegative();
const ids = z.array(z.string());

/**
 * State of a source. `new`: it brought something; `quiet`: nothing new, and the calendar says that none was due;
 * `unproved`: nothing new, and nothing proves that none was due; `stale`: it answers, with old content; `failing`: it
 * does not answer as it should.
 */
export const sourceStateSchema = z.enum(['new', 'quiet', 'unproved', 'stale', 'failing']);

export const problemSchema = z.object({
  /** `arxiv`, `news`, `news/ieee-spectrum` … */
  source: z.string(),
  /** What happened, where, and what to do, in one sentence each. */
  message: z.string(),
  url: z.string().optional(),
});

export const sourceReceiptSchema = z.object({
  state: sourceStateSchema,
  /** The run in which the source entered this state. */
  since: instant,
  added: count.optional(),
  updated: count.optional(),
});

export const channelReceiptSchema = z.object({
  requests: count,
  /** Requests that ended in an error after the last try. */
  failed: count,
  /** Records of valid answers, before any is kept or merged. */
  records: count,
});

export const runReceiptSchema = z.object({
  id: z.string().regex(/^run\/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
  at: instant,
  /** By name of the source: `arxiv`, `news` … */
  sources: z.record(z.string(), sourceReceiptSchema),
  /** By name of the channel: `feed`, `api`, `oai`. */
  channels: z.record(z.string(), channelReceiptSchema),
  merged: z.object({ added: count, updated: count, unchanged: count }),
  /** Papers that `AUTO_FETCH_MAX_RESULTS` left for the next run. */
  capped: count.optional(),
  problems: z.array(problemSchema),
});

/** What arXiv announced in one category, and what became of it. */
export const categoryReceiptSchema = z.object({
  announced: z.object({ new: count, cross: count, replace: count, 'replace-cross': count }),
  kept: count,
  not_matching: count,
  /** Cross-lists that another asked category counts already. */
  duplicate: count,
  failed: count,
  failed_ids: ids,
  /** Announced, and in none of the four outcomes. Empty unless something is wrong. */
  unaccounted_ids: ids.optional(),
  /** In one of the four outcomes, and not announced. Empty unless something is wrong. */
  unannounced_ids: ids.optional(),
});

export const announcementReceiptSchema = z.object({
  id: z.string().regex(/^announcement\/\d{4}-\d{2}-\d{2}$/),
  /** The listing date, US Eastern. */
  date: day,
  /** The run that checked last. */
  at: instant,
  /** `complete`: the feed was read and all it named is accounted for; the others as for a source. */
  state: z.enum(['complete', 'quiet', 'unproved', 'stale', 'failing']),
  /** In the order of `config.yaml`: an id counts in the first asked category that lists it, else as duplicate. */
  categories: z.record(z.string(), categoryReceiptSchema),
});

export const receiptSchema = z.union([announcementReceiptSchema, runReceiptSchema]);

export type SourceState = z.infer<typeof sourceStateSchema>;
export type Problem = z.infer<typeof problemSchema>;
export type SourceReceipt = z.infer<typeof sourceReceiptSchema>;
export type ChannelReceipt = z.infer<typeof channelReceiptSchema>;
export type CategoryReceipt = z.infer<typeof categoryReceiptSchema>;
export type RunReceipt = z.infer<typeof runReceiptSchema>;
export type AnnouncementReceipt = z.infer<typeof announcementReceiptSchema>;
export type Receipt = z.infer<typeof receiptSchema>;

export function isAnnouncementReceipt(receipt: Receipt): receipt is AnnouncementReceipt {
  return receipt.id.startsWith('announcement/');
}
