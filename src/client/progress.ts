import { say } from './say.ts';

/** Rows that count: those the reader hid, or filters left out, do not; updates are no part of the day's list. */
const listed = (): Element[] => [
  ...document.querySelectorAll('.lane:not(:has(#updated)) .row:not([hidden], [data-hidden])'),
];

/**
 * "12 of 47" in the bar that stays: the last row that has reached the upper third of the window, and all of them once
 * the end of the list is in sight.
 */
export function startProgress(): void {
  const place = document.querySelector<HTMLElement>('[data-progress]');
  if (!place) return;
  let total = [...place.childNodes];
  const seen = new Set<Element | null>();
  const end = document.querySelector('.main > .end');
  const show = () => {
    const rows = listed();
    const n = rows.length;
    const at = rows.findLastIndex((row) => seen.has(row)) + 1;
    if (at <= 1 && scrollY < 200) place.replaceChildren(...total);
    else if (at > 0) place.textContent = say('progress', { at: seen.has(end) ? n : at, n });
  };
  const look = (entries: IntersectionObserverEntry[]) => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting) seen.add(target);
      else seen.delete(target);
    show();
  };
  const observer = new IntersectionObserver(look, { rootMargin: '0px 0px -65% 0px' });
  if (end) new IntersectionObserver(look).observe(end);
  const watch = () => {
    for (const row of listed()) observer.observe(row);
  };
  watch();
  document.addEventListener('relist', () => {
    total = [...place.childNodes];
    watch();
  });
}
