import { z } from 'astro/zod';
import type { CrossProblem } from '../../config/parse-yaml.ts';
import { slug } from '../../config/local-name.ts';
import { repeatedIds } from '../../config/repeated.ts';
import { keyed, list } from '../../config/untyped.ts';
import { inBothLanguages, line, link, mentionedAs } from './fields.ts';

/** What kind of house hires. */
export const employerKinds = ['company', 'lab', 'university'] as const;

const place = z.strictObject({
  city: line.describe('the city, in English'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'expected the two capital letters of ISO 3166, such as CN or US')
    .describe('the country as two capital letters, such as CN'),
});

const entry = z.strictObject({
  id: slug.describe('the short name in addresses, such as `unitree`'),
  name: line.describe('the name as it writes itself'),
  mentioned_as: mentionedAs,
  kind: z.enum(employerKinds).describe('`company`, `lab` or `university`'),
  places: z.array(place).min(1).max(8).describe('where people work'),
  careers: link.describe('the page that lists open positions'),
  site: link.describe('the home page'),
  focus: inBothLanguages,
});

/** A company, lab or university group that hires in embodied AI, as `data/jobs.yaml` states it. */
export type EmployerEntry = z.output<typeof entry>;

export const employerList = z.array(entry).max(2000).describe('a list of employers');

/** Ids and careers pages used twice. */
export function crossCheckEmployers(value: unknown): CrossProblem[] {
  const first = new Map<string, unknown>();
  const repeatedPages = list(value)
    .map(keyed)
    .flatMap(({ careers, id }, index) => {
      if (typeof careers !== 'string') return [];
      if (!first.has(careers)) {
        first.set(careers, id);
        return [];
      }
      const message = `is already the careers page of \`${String(first.get(careers))}\`; one entry is enough`;
      return [{ path: [index, 'careers'], message }];
    });
  return [...repeatedIds(value, []), ...repeatedPages];
}
