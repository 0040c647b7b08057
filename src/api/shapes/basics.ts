import { z } from 'astro/zod';

export const paperId = z
  .string()
  .describe('arXiv id without version, always a string: 2611.01234 or hep-th/9901001.');
export const day = z.iso.date().describe('Announcement date of arXiv, US Eastern.');
export const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .describe('Month of announcement: 2026-11.');
export const instant = z.iso.datetime().describe('UTC instant.');
export const count = z.int().nonnegative();
export const url = z.url();
export const topicId = z.string().describe('Id of a topic of config.yaml.');

export const localName = z
  .object({ en: z.string(), zh: z.string() })
  .meta({ id: 'LocalName', description: 'A name in English and Chinese.' });
