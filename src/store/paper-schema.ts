/** The form of a paper's line. Fields that it does not name pass: a fork's, or a newer program's. */
import { z } from 'astro/zod';
import type { Paper } from '../paper.ts';
import { isPaperId } from '../text/ids.ts';
import { SnapshotError } from './snapshot-error.ts';

const id = z.string().refine(isPaperId, 'is not an arXiv id without version');
const instant = z.iso.datetime({ precision: 0 });
const day = z.iso.date();
const version = z.int().positive();
const link = z.looseObject({
  kind: z.enum(['code', 'project', 'data', 'video', 'model']),
  url: z.string().regex(/^https?:\/\//, 'must be an http(s) address'),
  since: version.optional(),
});
const author = z.looseObject({ name: z.string().min(1), affiliation: z.string().optional() });
const stamp = z.looseObject({ version, from: z.enum(['api', 'oai', 'feed']), as_of: day });

const earlierVersion = z.looseObject({
  version,
  updated: instant.nullable(),
  replaced: day.nullable(),
  title: z.string().optional(),
  abstract: z.string().nullish(),
  authors: z.array(author).optional(),
  comment: z.string().nullish(),
  links_added: z.array(link).optional(),
  from: z.enum(['api', 'oai']).optional(),
  as_of: day.optional(),
});

export const paperSchema = z.looseObject({
  id,
  version,
  title: z.string().min(1),
  abstract: z.string().min(1).nullable(),
  authors: z.array(author),
  categories: z.array(z.string()),
  primary_category: z.string(),
  submitted: instant,
  updated: instant,
  announced: day,
  announced_from: z.enum(['feed', 'derived']),
  first_seen: day,
  comment: z.string().nullable(),
  journal_ref: z.string().nullable(),
  doi: z.string().nullable(),
  license: z.string().optional(),
  withdrawn: z.boolean().optional(),
  provisional: z.boolean().optional(),
  links: z.array(link),
  history: z.array(earlierVersion),
  citations: z
    .looseObject({
      count: z.int().nonnegative(),
      influential: z.int().nonnegative(),
      venue: z.string().nullable(),
      as_of: day,
    })
    .optional(),
  summary: z
    .looseObject({ en: z.string(), zh: z.string(), model: z.string(), as_of: day })
    .optional(),
  provenance: z
    .looseObject({
      version: version.optional(),
      from: z.enum(['oai', 'feed']).optional(),
      as_of: day.optional(),
      doi: stamp.optional(),
      journal_ref: stamp.optional(),
      license: stamp.optional(),
    })
    .optional(),
});

/** One parsed line → a paper. @throws {SnapshotError} `invalid`, with every field that is wrong */
export function parsePaper(value: unknown): Paper {
  assertPaper(value);
  return value;
}

function assertPaper(value: unknown): asserts value is Paper {
  assertForm(paperSchema, value);
}

/** Refuses a value that is not of a form. @throws {SnapshotError} `invalid`, with every field that is wrong */
export function assertForm<T>(schema: z.ZodType<T>, value: unknown): asserts value is T {
  const { error } = schema.safeParse(value);
  if (error) throw new SnapshotError('invalid', describeIssues(error));
}

/** The issues of a validation on one line: `authors[2].name: Too small …; doi: …`. */
export function describeIssues({ issues }: z.ZodError): string {
  return issues.map(describeIssue).join('; ');
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const path = z.core.toDotPath(issue.path);
  const inner = issue.code === 'invalid_key' ? issue.issues.map(describeIssue).join(', ') : null;
  return path === '' ? issue.message : `${path}: ${inner ?? issue.message}`;
}
