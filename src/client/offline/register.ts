import { siteUrl } from '../site-url.ts';

/** The browser's note that the reader pays for data; not in the types of the page. */
function savesData(): boolean {
  if (!('connection' in navigator)) return false;
  const { connection } = navigator;
  return (
    typeof connection === 'object' &&
    connection !== null &&
    'saveData' in connection &&
    connection.saveData === true
  );
}

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
