import { digest } from '../query/digest.ts';
import type { NewsMonth } from '../query/section-views.ts';
import { archive } from '../query/shared-archive.ts';

/** A page of a month of news: the same months in each language. */
export interface NewsMonthPath {
  params: { month: string };
  props: { view: NewsMonth };
  /** Changes when anything on the page does. */
  cacheKey: string;
}

/** Every month of news before the newest, as `getStaticPaths` hands them on. */
export async function newsMonthPaths(): Promise<NewsMonthPath[]> {
  const { sections } = await archive();
  return sections.newsMonths().map(({ month }) => {
    const view = sections.newsMonth(month);
    return { params: { month }, props: { view }, cacheKey: digest(JSON.stringify(view)) };
  });
}
