import { fill, type LabelValues } from '../../i18n/dictionary.ts';
import { saved } from '../../i18n/saved.ts';
import { shownLang } from '../say.ts';

/** A word of the saved list in the language shown. */
export const saySaved = (key: keyof (typeof saved)['en'], values?: LabelValues): string =>
  fill(saved[shownLang()][key], values);
