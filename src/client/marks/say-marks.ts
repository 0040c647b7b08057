import { fill, type LabelValues } from '../../i18n/dictionary.ts';
import { marks } from '../../i18n/marks.ts';
import { shownLang } from '../say.ts';

/** A word of the marks in the language shown. */
export const sayMarks = (key: keyof (typeof marks)['en'], values?: LabelValues): string =>
  fill(marks[shownLang()][key], values);
