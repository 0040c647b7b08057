import type { Lang } from '../i18n/dictionary.ts';
import { digest } from '../query/digest.ts';

/** One language of a page under `src/pages/[...zh]/`: English at the root, Chinese under `zh/`. */
export interface StillPath {
  params: { zh: string | undefined };
  props: { lang: Lang };
  /** Changes when anything on the page does. */
  cacheKey: string;
}

/**
 * The paths of a page that an ordinary day leaves as it is, as `getStaticPaths` hands them on: Astro keeps it until what
 * it shows changes. Such a page asks the site for its newest day and does not carry it (`still` of the layout).
 * @param shown everything on the page that config and code do not say already
 */
export function stillPaths(shown: unknown = null): StillPath[] {
  const cacheKey = digest(JSON.stringify(shown));
  return [
    { params: { zh: undefined }, props: { lang: 'en' }, cacheKey },
    { params: { zh: 'zh' }, props: { lang: 'zh' }, cacheKey },
  ];
}
