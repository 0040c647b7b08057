import { showBanner } from './banner.ts';
import { newestKnown } from './newest-known.ts';
import { say, shownLang } from './say.ts';
import { siteUrl } from './site-url.ts';

/** The next listing is expected at noon US Eastern on the next day at the earliest, 16:00 UTC. */
const NEVER_LATE_MS = 40 * 3_600_000;

/**
 * Says on every page when the site is older than arXiv's calendar explains. It is worked out here, from dates and the
 * clock, so that it also shows when the pipeline behind the page is dead. Lies over the foot of the window: nothing moves.
 * The calendar is loaded only when the site could be late at all.
 */
export async function startStaleBanner(now: Date = new Date()): Promise<void> {
  const newest = await newestKnown(now, mayBeLate);
  if (newest === null || !mayBeLate(newest, now)) return;
  // Not there when the page is left meanwhile, or the network is gone.
  const calendar = await import('../health/expected.ts').catch(() => null);
  const behind = calendar?.mailingsBehind(newest, now.toISOString());
  if (!behind) return;
  const href = siteUrl(shownLang() === 'zh' ? 'zh/health/' : 'health/');
  showBanner(say('stale', { n: behind }), { href, words: say('staleNext') });
}

function mayBeLate(newest: string, now: Date): boolean {
  return now.getTime() >= Date.parse(newest) + NEVER_LATE_MS;
}
