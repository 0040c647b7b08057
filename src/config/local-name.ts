import { z } from 'astro/zod';

/** A name in both languages of the interface. */
export interface LocalName {
  en: string;
  zh: string;
}

const text = z.string().trim().min(1).max(200);

/**
 * A name as people write it: one text for both languages, or `{en, zh}` with either left out. Whichever is left out
 * takes the other's text.
 */
export const localName = z
  .union([
    text,
    z.strictObject({
      en: text.describe('In English.').optional(),
      zh: text.describe('In Chinese.').optional(),
    }),
  ])
  .transform((name, context): LocalName => {
    if (typeof name === 'string') return { en: name, zh: name };
    const en = name.en ?? name.zh;
    const zh = name.zh ?? name.en;
    if (en === undefined || zh === undefined) {
      context.addIssue({ code: 'custom', message: 'expected a name under `en`, `zh` or both' });
      return z.NEVER;
    }
    return { en, zh };
  });

/** A short id that also stands in URLs: `world-models`. */
export const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected small letters, digits and single hyphens');

/** An absolute https URL. Plain http is taken for the reader's own machine only, where mirrors and tests stand in. */
export const webUrl = z
  .string()
  .refine(isWebUrl, 'expected an absolute URL that starts with https://');

function isWebUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.|\[::1\])/.test(hostname))
  );
}
