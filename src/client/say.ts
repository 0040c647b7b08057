import { fill, type Lang, type LabelValues } from '../i18n/dictionary.ts';
import { frame } from '../i18n/frame.ts';

/** The language the page is shown in now. */
export const shownLang = (): Lang => (document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');

/** A label of the frame in the language shown. */
export function say(key: keyof (typeof frame)['en'], values?: LabelValues): string {
  return fill(frame[shownLang()][key], values);
}
