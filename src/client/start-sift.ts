import type { Sifter } from './sift/sifter.ts';
import { showBanner } from './banner.ts';
import { say } from './say.ts';

/**
 * The button that opens a list's filters. They are loaded when it is first pressed, or at once when the address asks for
 * a filtered list: `boot.ts` has kept the list out of sight then, so that nothing is seen to move.
 */
export function startSift(): void {
  const root = document.documentElement;
  const opener = document.querySelector<HTMLButtonElement>('[data-list]');
  const reveal = () => root.removeAttribute('data-filtering');
  if (!opener) return reveal();
  let loading: Promise<Sifter> | undefined;
  const load = (): Promise<Sifter | null> => {
    loading ??= import('./sift/sifter.ts').then(({ Sifter }) => Sifter.load(opener));
    return loading.catch((error: unknown) => {
      console.warn(error);
      loading = undefined;
      showBanner(say('filterFailed'));
      return null;
    });
  };
  opener.addEventListener('click', () => void load().then((sifter) => sifter?.toggle()));
  const { filtering } = root.dataset;
  if (filtering === undefined) return;
  if (filtering === 'grouped' && opener.dataset['list'] !== 'day') return reveal();
  void load().then(() => requestAnimationFrame(reveal));
}
