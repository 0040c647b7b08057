import { hideBanner, showBanner } from './banner.ts';
import { listingsMissing } from './mailings.ts';
import { say } from './say.ts';

/** One missing listing may be a holiday of arXiv; two are worth a sentence. */
const worthSaying = 2;

/**
 * Says when the page is old or the reader is offline. Front pages carry the date of their newest announcement and are
 * judged by it; an archive page is as it will always be.
 */
export function startFreshness(now: Date = new Date()): void {
  const newest = document.querySelector<HTMLElement>('[data-newest]')?.dataset['newest'];
  const missing = newest === undefined ? 0 : listingsMissing(newest, now);
  if (missing >= worthSaying) {
    const href = new URL('health/', document.baseURI.replace(/zh\/$/, '')).href;
    showBanner(say('stale', { n: missing }), { href, words: say('staleNext') });
  }
  addEventListener('offline', () => showBanner(say('offline')));
  addEventListener('online', hideBanner);
  if (!navigator.onLine) showBanner(say('offline'));
}
