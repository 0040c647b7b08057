import { hideBanner, showBanner } from './banner.ts';
import { say } from './say.ts';

/** Says while the reader is offline that what was opened before still opens. */
export function startOfflineBanner(): void {
  addEventListener('offline', () => showBanner(say('offline')));
  addEventListener('online', hideBanner);
  if (!navigator.onLine) showBanner(say('offline'));
}
