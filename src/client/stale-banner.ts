import { mailingsBehind } from '../health/expected.ts';
import { showBanner } from './banner.ts';
import { newestKnown } from './newest-known.ts';
import { say, shownLang } from './say.ts';
import { siteUrl } from './site-url.ts';

/**
 * Says on every page when the site is older than arXiv's calendar explains. It is worked out here, from dates and the
 * clock, so that it also shows when the pipeline behind the page is dead. Lies over the foot of the window: nothing moves.
 */
export async function startStaleBanner(now: Date = new Date()): Promise<void> {
  const newest = await newestKnown(now);
  const behind = newest === null ? 0 : mailingsBehind(newest, now.toISOString());
  if (behind === 0) return;
  const href = siteUrl(shownLang() === 'zh' ? 'zh/health/' : 'health/');
  showBanner(say('stale', { n: behind }), { href, words: say('staleNext') });
}
