/**
 * The newest announcement of the site, as far as this browser can know it. Front pages that change
 * with every day carry it; all others stay as they are, so they ask the site, and only when what was known last would be
 * late by now.
 */
import { siteUrl } from './site-url.ts';

const KEY = 'newest';
const HOUR = 3_600_000;

interface Known {
  newest: string;
  /** When the site said so, in ms. */
  at: number;
}

/**
 * @param mayBeLate whether a site with this newest announcement could be late by now
 * @returns a date, `2026-11-24`; `null` when nobody could say
 */
export async function newestKnown(
  now: Date,
  mayBeLate: (newest: string, now: Date) => boolean,
): Promise<string | null> {
  const carried = document.documentElement.dataset['newest'];
  if (carried !== undefined) {
    remember({ newest: carried, at: now.getTime() });
    return carried;
  }
  const known = recall();
  const isGood =
    known !== null && (now.getTime() - known.at < HOUR || !mayBeLate(known.newest, now));
  if (isGood) return known.newest;
  const newest = await askSite();
  if (newest !== null) remember({ newest, at: now.getTime() });
  return newest;
}

async function askSite(): Promise<string | null> {
  try {
    const answer = await fetch(siteUrl('status.json'));
    const status: { newest_announcement?: unknown } = await answer.json();
    const newest = status.newest_announcement;
    return typeof newest === 'string' && isDate(newest) ? newest : null;
  } catch {
    return null; // offline, or not there: nothing can be said of the site
  }
}

function recall(): Known | null {
  try {
    const [newest = '', at = ''] = (localStorage.getItem(KEY) ?? '').split(' ');
    return isDate(newest) && Number(at) > 0 ? { newest, at: Number(at) } : null;
  } catch {
    return null; // storage is forbidden: the site is asked each time
  }
}

function remember({ newest, at }: Known): void {
  try {
    localStorage.setItem(KEY, `${newest} ${at}`);
  } catch {
    // as above
  }
}

/** What was stored or sent may be anything. */
const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
