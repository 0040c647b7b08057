import { storePreference } from './preference.ts';

/**
 * Remembers the language that was chosen. On a page that exists once the switch shows it there instead of leading to
 * the other front page.
 */
export function startLanguageSwitch(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-lang]');
  if (!link) return;
  const once = document.documentElement.dataset['page'] === 'once';
  link.addEventListener('click', (event) => {
    storePreference('lang', link.dataset['lang'] ?? null);
    if (!once || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    location.reload();
  });
}
