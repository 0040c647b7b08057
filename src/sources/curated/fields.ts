import { z } from 'astro/zod';
import { isPaperId } from '../../text/ids.ts';
import { safeUrl } from '../../text/safe-url.ts';

/**
 * A canonical arXiv id. Text, because a number would lose its last zero: `2306.03310` is not 2306.0331, and `2601.10`
 * is no id at all.
 */
export const paperId = z
  .string()
  .refine(
    isPaperId,
    'expected an arXiv id in quotes, without version, such as "2306.03310" or "hep-th/9901001"',
  );

/** An address that a reader may be sent to: https, public host, nothing hidden in it. */
export const link = z
  .string()
  .refine(
    (value) => value.startsWith('https://') && safeUrl(value) !== null,
    'expected a public address that starts with https://',
  );

const sentence = z.string().trim().min(10).max(300);

/** One sentence of our own in each language; neither may stand for the other. */
export const inBothLanguages = z
  .strictObject({
    en: sentence.describe('in English'),
    zh: sentence
      .refine((text) => /\p{Script=Han}/u.test(text), 'expected Chinese')
      .describe('in Chinese'),
  })
  .describe('one sentence of our own, as `en` and `zh`');

/** Other words for it in papers and news. */
export const mentionedAs = z
  .array(z.string().trim().min(2).max(80))
  .min(1)
  .max(8)
  .describe(
    'the names by which texts speak of it, in place of `name`: where that is a common word, or another one is used',
  )
  .optional();

/** A name or a place: one line of plain text. */
export const line = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}<>]*$/u, 'expected one line of plain text');
