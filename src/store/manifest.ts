/**
 * `data/manifest.json`: the commit point. What it does not name is not in the snapshot. Its last line holds the sha256 of
 * all before it, so that it vouches for itself as it does for the shards.
 */
import { z } from 'astro/zod';
import { canonicalJson, compareKeys } from './canonical-json.ts';
import { describeIssues } from './paper-schema.ts';
import { sourceStateSchema } from './receipts.ts';
import { sha256 } from './sha256.ts';
import { reasonOf, SnapshotError } from './snapshot-error.ts';

/** The form of the data that this program writes; `migrations.ts` brings older ones up to it. */
export const SCHEMA_VERSION = 1;

export const MANIFEST = 'manifest.json';

// No dots but the last: a manifest of another's making must not name files outside `data/`.
const path = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\/[a-z0-9-]+)+\.ndjson$/, 'is not the path of a shard');
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
  files: z.record(path, fileEntrySchema),
  sources: z.record(z.string(), sourceEntrySchema),
});

const CHECKSUM = /,\n"checksum":"([0-9a-f]{64})"\n\}\n$/;

export type FileEntry = z.infer<typeof fileEntrySchema>;
export type SourceEntry = z.infer<typeof sourceEntrySchema>;
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest of a folder that holds nothing yet. */
export function emptyManifest(): Manifest {
  return { schema_version: SCHEMA_VERSION, files: {}, sources: {} };
}

/** Canonical bytes: keys in order, one file and one source a line, so that a day's change is a few lines. */
export function serialiseManifest(manifest: Manifest): Buffer {
  const { schema_version, files, sources, ...rest } = manifest;
  const fields = [
    `"schema_version":${schema_version}`,
    `"files":${oneALine(files)}`,
    `"sources":${oneALine(sources)}`,
    ...Object.entries(rest)
      .sort(([a], [b]) => compareKeys(a, b))
      .map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(value)}`),
  ];
  const content = `{\n${fields.join(',\n')}`;
  return Buffer.from(`${content},\n"checksum":"${sha256(Buffer.from(content))}"\n}\n`);
}

/**
 * @param file named in errors
 * @param newest the highest `schema_version` that the caller knows
 * @throws {SnapshotError} `damaged` when it is not a manifest, `newer` when a newer version of this program wrote it
 */
export function parseManifest(
  bytes: Buffer,
  file: string,
  newest: number = SCHEMA_VERSION,
): Manifest {
  const value = checkedJson(bytes.toString('utf8'), file);
  refuseNewer(value, file, newest);
  const { data, error } = manifestSchema.safeParse(value);
  if (error) throw damaged(file, describeIssues(error), error);
  return data;
}

/** The content of a manifest that its checksum vouches for, without the checksum. */
function checkedJson(text: string, file: string): unknown {
  const checksum = CHECKSUM.exec(text);
  const content = text.slice(0, checksum?.index);
  let value: unknown;
  try {
    value = JSON.parse(checksum ? `${content}}` : text);
  } catch (error) {
    throw damaged(file, `is not JSON: ${reasonOf(error)}`, error);
  }
  if (checksum?.[1] === sha256(Buffer.from(content))) return value;
  throw damaged(file, checksum ? 'its checksum does not fit' : 'it ends without its checksum');
}

function damaged(file: string, reason: string, cause?: unknown): SnapshotError {
  const message = `${file} is damaged (${reason}). Run \`npm run repair\`.`;
  return new SnapshotError('damaged', message, { cause });
}

/** Asked before the schema: a newer form need not fit it, and the remedy is another. */
function refuseNewer(value: unknown, file: string, newest: number): void {
  const version = z.object({ schema_version: z.int() }).safeParse(value).data?.schema_version ?? 0;
  if (version <= newest) return;
  throw new SnapshotError(
    'newer',
    `${file} has schema_version ${version}; this program knows up to ${newest}. ` +
      'Update the program (merge the newer version of it), or restore an older snapshot.',
  );
}

function oneALine(entries: Record<string, unknown>): string {
  const lines = Object.entries(entries)
    .sort(([a], [b]) => compareKeys(a, b))
    .map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(value)}`);
  return lines.length > 0 ? `{\n${lines.join(',\n')}\n}` : '{}';
}
