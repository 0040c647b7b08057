import { fill } from '../i18n/dictionary.ts';
import { list } from '../i18n/list.ts';
import { shownLang } from './say.ts';

/** "12 of 47" in the bar that stays: the row that the upper third of the window shows. */
export function startProgress(): void {
  const place = document.querySelector<HTMLElement>('[data-progress]');
  const rows = [...document.querySelectorAll('.lane:not(:has(#updated)) .row')];
  if (!place || rows.length === 0) return;
  const whole = [...place.childNodes].map((node) => node.cloneNode(true));
  const order = new Map(rows.map((row, index) => [row, index + 1]));
  const seen = new Set<Element>();
  const show = () => {
    const at = Math.max(0, ...[...seen].map((row) => order.get(row) ?? 0));
    if (at <= 1 && window.scrollY < 200)
      place.replaceChildren(...whole.map((node) => node.cloneNode(true)));
    else if (at > 0) place.textContent = fill(list[shownLang()].progress, { at, n: rows.length });
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      }
      show();
    },
    { rootMargin: '0px 0px -65% 0px' },
  );
  for (const row of rows) observer.observe(row);
}
