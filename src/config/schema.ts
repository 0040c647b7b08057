import { z } from 'astro/zod';
import { arxivSchema } from './arxiv-schema.ts';
import { endpointsSchema } from './endpoints-schema.ts';
import {
  citationsSchema,
  datasetsSchema,
  feedsSchema,
  jobsSchema,
  newsSchema,
  searchSchema,
  summariesSchema,
} from './sections-schema.ts';
import { siteSchema } from './site-schema.ts';
import { contextsSchema, facetsSchema, groupsSchema, topicsSchema } from './topics-schema.ts';

/** `config.yaml` as people write it: what an editor completes and checks. All but three sections may be left out. */
export const configFileSchema = z.strictObject({
  site: siteSchema,
  arxiv: arxivSchema,
  groups: groupsSchema.optional(),
  contexts: contextsSchema.default({}),
  topics: topicsSchema,
  facets: facetsSchema.default([]),
  news: newsSchema.prefault({}),
  jobs: jobsSchema.prefault({}),
  datasets: datasetsSchema.prefault({}),
  citations: citationsSchema.prefault({}),
  summaries: summariesSchema.prefault({}),
  search: searchSchema.prefault({}),
  feeds: feedsSchema.prefault({}),
  endpoints: endpointsSchema.prefault({}),
});

export type ConfigFile = z.output<typeof configFileSchema>;
