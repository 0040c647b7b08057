import { chineseCities } from '../i18n/cities.ts';
import type { Lang } from '../i18n/dictionary.ts';
import { terms } from '../i18n/sections.ts';

/** A city as the reader writes it; one that is not in the list stands as the source writes it. */
export const cityName = (lang: Lang, city: string): string =>
  lang === 'zh' ? (chineseCities[city] ?? city) : city;

/** A modality, a body, a type of job … in the reader's language. */
export const term = (lang: Lang, id: string): string => terms[lang][id] ?? id;

const regions = {
  en: new Intl.DisplayNames('en', { type: 'region' }),
  zh: new Intl.DisplayNames('zh-CN', { type: 'region' }),
};

/** A country by its two letters. */
export const countryName = (lang: Lang, code: string): string => regions[lang].of(code) ?? code;
