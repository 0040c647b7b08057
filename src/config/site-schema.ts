import { z } from 'astro/zod';
import { localName, webUrl } from './local-name.ts';

export const siteSchema = z
  .strictObject({
    title: localName.describe('Name of the site, as one text or as {en, zh}.'),
    tagline: localName
      .describe('One sentence under the title, as one text or as {en, zh}.')
      .optional(),
    url: webUrl
      .describe(
        'Where the site is served, e.g. https://owner.github.io. Left out, it comes from GitHub Actions or Netlify.',
      )
      .optional(),
    base: z
      .string()
      .regex(/^\/(\S*[^/\s])?$/, 'expected a path that starts with / and does not end with one')
      .describe(
        'Path under which the site is served, e.g. /papers. Left out, it comes from GitHub Actions.',
      )
      .optional(),
    repository: webUrl
      .describe('Address of the repository, for links to the source and for the User-Agent.')
      .optional(),
    contact: z
      .string()
      .trim()
      .min(3)
      .max(200)
      .describe(
        'E-mail address or URL that operators of sources may write to; part of the User-Agent.',
      )
      .optional(),
    language: z
      .enum(['en', 'zh'])
      .default('en')
      .describe('Language of a first visit when the browser asks for neither English nor Chinese.'),
    budget_mb: z
      .int()
      .min(50)
      .max(1000)
      .default(900)
      .describe('Size that the built site stays under; GitHub Pages takes 1,000 MB at most.'),
  })
  .describe('The name of the site and where it lives.');
