import { z } from 'astro/zod';
import { arxivCategory } from './arxiv-schema.ts';
import { localName, slug } from './local-name.ts';
import { phraseWords } from './phrase.ts';

/** A phrase that is looked for word by word; see `phrase.ts` for what counts as the same. */
export const phrase = z
  .string()
  .trim()
  .max(120)
  .refine((text) => phraseWords(text).length > 0, 'expected at least one letter or digit');

export const groupsSchema = z
  .array(
    z.strictObject({
      id: slug.describe('Short id, used by topics and in URLs.'),
      name: localName.describe('Name of the layer, as one text or as {en, zh}.'),
    }),
  )
  .min(1)
  .describe('Layers that topics are grouped in, in the order shown.');

export const contextsSchema = z
  .record(
    slug,
    z
      .strictObject({
        categories: z
          .array(arxivCategory)
          .default([])
          .describe('A paper in one of these categories is in the context whatever its words.'),
        phrases: z
          .array(phrase)
          .default([])
          .describe(
            'A paper is in the context when its title has one of these phrases, or two sentences of its abstract do.',
          ),
      })
      .describe('A context: categories, phrases or both.'),
  )
  .describe('Named conditions for topics whose phrases are also used in other fields.');

export const topicsSchema = z
  .array(
    z
      .strictObject({
        id: slug.describe('Short id: the topic’s address is /topics/<id>/.'),
        name: localName.describe('Name of the topic, as one text or as {en, zh}.'),
        group: slug.describe('Id of the layer that the topic belongs to.').optional(),
        include: z
          .array(phrase)
          .min(1)
          .describe(
            'Phrases; one of them in title or abstract is enough. Whole words, plurals and hyphens alike.',
          ),
        weak_include: z
          .array(phrase)
          .default([])
          .describe(
            'Phrases that abstracts also use in passing: they count in the title, or when two sentences of the abstract have one.',
          ),
        title_include: z
          .array(phrase)
          .default([])
          .describe(
            'Phrases that count in the title only: words such as benchmark, which abstracts use in passing.',
          ),
        exclude: z
          .array(phrase)
          .default([])
          .describe('Phrases; a paper that has one of them is not in this topic.'),
        categories: z
          .array(arxivCategory)
          .min(1)
          .describe('Only papers in one of these categories. Left out: in any.')
          .optional(),
        context: slug
          .describe('Id of a context under `contexts` that a paper must be in, too.')
          .optional(),
      })
      .describe('A topic and the phrases that make a paper part of it.'),
  )
  .min(1)
  .describe('Topics in the order shown. A paper may be in several.');

export const facetsSchema = z
  .array(
    z.strictObject({
      id: slug.describe('Short id of the facet, e.g. embodiment.'),
      name: localName.describe('Name of the facet, as one text or as {en, zh}.'),
      entries: z
        .array(
          z.strictObject({
            id: slug.describe('Short id of the entry, e.g. quadruped.'),
            name: localName.describe('Name of the entry, as one text or as {en, zh}.'),
            phrases: z.array(phrase).min(1).describe('Phrases that mention it.'),
          }),
        )
        .min(1)
        .describe('What can be mentioned.'),
    }),
  )
  .describe('Things that a title or abstract may mention, offered as filters.');
