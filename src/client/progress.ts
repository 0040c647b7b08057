import { say } from './say.ts';

/** "12 of 47" in the bar that stays: the last row that has reached the upper third of the window. */
export function startProgress(): void {
  const place = document.querySelector<HTMLElement>('[data-progress]');
  const rows = [...document.querySelectorAll('.lane:not(:has(#updated)) .row')];
  if (!place || rows.length === 0) return;
  const total = [...place.childNodes];
  const order = new Map(rows.map((row, index) => [row, index + 1]));
  const seen = new Set<Element>();
  const show = () => {
    const at = Math.max(0, ...[...seen].map((row) => order.get(row) ?? 0));
    if (at <= 1 && window.scrollY < 200) place.replaceChildren(...total);
    else if (at > 0) place.textContent = say('progress', { at, n: rows.length });
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      show();
    },
    { rootMargin: '0px 0px -65% 0px' },
  );
  for (const row of rows) observer.observe(row);
}
