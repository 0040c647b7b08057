import { z } from 'astro/zod';

export const dataFileSchema = z.object({
  path: z.string().describe('Below the site’s root.'),
  kind: z.enum(['sqlite', 'parquet', 'csv', 'ndjson']),
  month: z.string().optional().describe('Month of announcement that it holds: 2026-11.'),
  day: z.iso.date().optional().describe('Announcement day that it holds.'),
  from: z
    .string()
    .optional()
    .describe('Of a SQLite file that does not hold every paper: the oldest month that it holds.'),
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** `/data/manifest.json`: what there is to download, and how to tell that it came whole. */
export const dataManifestSchema = z.object({
  user_version: z.int().describe('Of the SQLite file.'),
  papers: z.int().nonnegative(),
  newest: z.iso.date().nullable(),
  license: z.string(),
  files: z
    .array(dataFileSchema)
    .describe('The SQLite file first, then by kind, newest month or day first.'),
});

export type DataFile = z.infer<typeof dataFileSchema>;
export type DataManifest = z.infer<typeof dataManifestSchema>;
