import type { PaperId } from '../paper.ts';
import { shelfOf } from '../text/author-slug.ts';

/** Astro's `BASE_URL` → the same with a slash at both ends. */
export function basePath(base: string): string {
  const inner = base.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** Addresses of the site's own pages, below a base with a slash at its end. */
export const paperUrl = (base: string, id: PaperId): string => `${base}papers/${id}/`;
export const topicUrl = (base: string, topic: string): string => `${base}topics/${topic}/`;
export const topicMonthUrl = (base: string, topic: string, month: string): string =>
  `${base}topics/${topic}/${month}/`;
export const dayUrl = (base: string, day: string): string => `${base}days/${day}/`;
export const weekUrl = (base: string, week: string): string => `${base}week/${week}/`;
export const monthUrl = (base: string, month: string): string => `${base}months/${month}/`;

/** The page of all authors whose name begins alike, and the place of one of them in it. */
export const authorShelfUrl = (base: string, shelf: string): string =>
  `${base}author/${encodeURIComponent(shelf)}/`;
export const authorUrl = (base: string, slug: string): string =>
  `${authorShelfUrl(base, shelfOf(slug))}#${encodeURIComponent(slug)}`;

/** The entry of a dataset or of an employer in its page; ids of Hugging Face hold a slash. */
export const datasetUrl = (base: string, id: string): string => `${base}datasets/#${anchor(id)}`;
export const companyUrl = (base: string, id: string): string => `${base}jobs/#${anchor(id)}`;
/** An id as the name of a place in a page. */
export const anchor = (id: string): string => encodeURIComponent(id.replaceAll('/', '--'));

/** The paper at arXiv. The HTML form exists for most papers since December 2023. */
export const arxivUrl = (kind: 'abs' | 'pdf' | 'html', id: PaperId): string =>
  `https://arxiv.org/${kind}/${id}`;
