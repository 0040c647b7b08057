/** `data/manifest.json`: the commit point. What it does not name is not in the snapshot. */
import { z } from 'astro/zod';
import { sourceStateSchema } from './receipts.ts';

/** The form of the data that this program writes; `migrations.ts` brings older ones up to it. */
export const SCHEMA_VERSION = 1;

const instant = z.iso.datetime({ precision: 0 });

export const fileEntrySchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
  bytes: z.int().nonnegative(),
  /** Records, one a line. */
  rows: z.int().nonnegative(),
});

export const sourceEntrySchema = z.looseObject({
  state: sourceStateSchema,
  /** The run in which the source entered this state. */
  since: instant,
  /** The last run in which it answered as it should. */
  last_success: instant.nullable(),
  /** The last run in which it brought something new. */
  last_new: instant.nullable(),
  /** Where the next run goes on; its meaning is the source's own. */
  cursor: z.string().optional(),
});

export const manifestSchema = z.looseObject({
  schema_version: z.int().positive(),
  files: z.record(z.string(), fileEntrySchema),
  sources: z.record(z.string(), sourceEntrySchema),
});

export type FileEntry = z.infer<typeof fileEntrySchema>;
export type SourceEntry = z.infer<typeof sourceEntrySchema>;
export type Manifest = z.infer<typeof manifestSchema>;
