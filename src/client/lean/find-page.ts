/**
 * On the page for what is not there: pages of a month in lean form answer under their old addresses, by leading on to
 * the month's one page.
 */
import { siteUrl } from '../site-url.ts';
import { leanAddress, type Asked } from './lean-address.ts';

/** The month of a paper, from the index of its series. */
async function monthOfPaper(id: string): Promise<string | null> {
  const series = id.includes('/') ? 'old' : id.slice(0, 4);
  const response = await fetch(siteUrl(`api/v1/ids/${series}.json`));
  if (!response.ok) return null;
  const { days }: { days: Record<string, string[]> } = await response.json();
  const day = Object.entries(days).find(([, ids]) => ids.includes(id))?.[0];
  return day?.slice(0, 7) ?? null;
}

/** Whether a month has a page, and only that. */
async function isLean(month: string): Promise<boolean> {
  const response = await fetch(siteUrl(`months/${month}/`));
  if (!response.ok) return false;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return page.querySelector('.lean-month') !== null;
}

async function leadOn({ month: known, paper, query }: Asked): Promise<void> {
  const month = paper === null ? known : await monthOfPaper(paper);
  if (month === null || !(await isLean(month))) return;
  location.replace(`${siteUrl(`months/${month}/`)}?${query}`);
}

const asked = leanAddress(location.pathname, new URL(siteUrl('.')).pathname);
// Without an answer the page stays what it is: the page for what is not there.
if (asked) leadOn(asked).catch(() => undefined);
