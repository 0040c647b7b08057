import { z } from 'astro/zod';
import type { Dataset } from '../records/dataset.ts';
import { assertForm } from './paper-schema.ts';
import { recordKind } from './record-kind.ts';
import { address, day, id, instant, paperId, text } from './section-fields.ts';

const count = z.int().nonnegative();

const schema = z.looseObject({
  id,
  name: text,
  mentioned_as: z.array(text).optional(),
  year: z.int().nullable(),
  publisher: text,
  size: z.array(z.looseObject({ value: z.number().positive(), unit: text })),
  modalities: z.array(text),
  embodiments: z.array(text),
  simulated: z.boolean().nullable(),
  licence: text.nullable(),
  paper: paperId.nullable(),
  project: address.nullable(),
  data: address.nullable(),
  description: z.looseObject({ en: text, zh: text }).nullable(),
  tags: z.array(text),
  curated: z.boolean(),
  huggingface: z
    .looseObject({
      id: text,
      downloads: count,
      likes: count,
      last_modified: instant.nullable(),
      as_of: day,
    })
    .nullable(),
  first_seen: day,
});

/** Datasets, one shard a month in which they were first seen. */
export const datasets = recordKind<Dataset>({
  name: 'datasets',
  shardOf: ({ first_seen }) => first_seen.slice(0, 7),
  parse(value) {
    assertForm(schema, value);
    return value;
  },
});
