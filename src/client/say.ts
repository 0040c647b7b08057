import { browser } from '../i18n/browser.ts';
import { fill, type Lang, type LabelValues } from '../i18n/dictionary.ts';

/** What scripts may say. */
export type Words = keyof (typeof browser)['en'];

/** The language the page is shown in now. */
export const shownLang = (): Lang => (document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');

/** A label of `browser.ts` in the language shown. */
export function say(key: Words, values?: LabelValues): string {
  return fill(browser[shownLang()][key], values);
}
