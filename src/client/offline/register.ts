import { siteUrl } from '../site-url.ts';

/** The browser's note that the reader pays for data; not in the types of the page. */
const savesData = (): boolean =>
  'connection' in navigator &&
  (navigator.connection as { saveData?: boolean } | undefined)?.saveData === true;

/**
 * Keeps the last seven days for reading without a network, once the page is there and the browser has nothing else to
 * do. Left out for readers who save data, and where the browser forbids it: the site is the same without.
 */
export function startOffline(): void {
  if (!('serviceWorker' in navigator) || savesData()) return;
  const register = () =>
    void navigator.serviceWorker
      .register(siteUrl('sw.js'))
      .catch((reason: unknown) => console.info('not kept for offline reading:', reason));
  const whenIdle = () => setTimeout(register, 1500);
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}
