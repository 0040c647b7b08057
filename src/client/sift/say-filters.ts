import { fill, type LabelValues } from '../../i18n/dictionary.ts';
import { filters } from '../../i18n/filters.ts';
import { shownLang } from '../say.ts';

/** A word of the filters in the language shown. */
export const sayFilters = (key: keyof (typeof filters)['en'], values?: LabelValues): string =>
  fill(filters[shownLang()][key], values);
