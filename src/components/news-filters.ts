import { formatDate } from '../i18n/dates.ts';
import type { Lang } from '../i18n/dictionary.ts';
import { sections } from '../i18n/sections.ts';
import type { NewsDay } from '../query/section-views.ts';
import { optionsOf } from './filter-options.ts';

/** The filters of a page of news: those days, sources and languages that it has. */
export function newsFilters(lang: Lang, days: readonly NewsDay[]) {
  const words = sections[lang];
  const entries = days.flatMap(({ entries }) => entries);
  const languages = { en: words.english, zh: words.chinese };
  return [
    {
      name: 'day',
      label: words.day,
      any: words.anyDay,
      options: days.map(({ date }) => ({ value: date, label: formatDate(lang, date, 'long') })),
    },
    {
      name: 'source',
      label: words.source,
      any: words.anySource,
      options: optionsOf(
        lang,
        entries.flatMap(({ told }) => told.map(({ id, name }) => [id, name] as const)),
      ),
    },
    {
      name: 'language',
      label: words.language,
      any: words.anyLanguage,
      options: optionsOf(
        lang,
        entries.map(({ item }) => [item.language, String(languages[item.language])] as const),
      ),
    },
  ];
}
