import { TEXT_DAYS } from '../data-files/sqlite-schema.ts';
import { buildOn } from '../i18n/build-on.ts';
import { formatDate } from '../i18n/dates.ts';
import { fill, type Lang } from '../i18n/dictionary.ts';

/**
 * What the page of data files says of the SQLite file.
 * @param from the oldest month that it holds; `null` when it holds every paper
 */
export function sqliteLine(lang: Lang, from: string | null): string {
  const words = buildOn[lang];
  return from === null
    ? fill(words.dataSqlite, { n: TEXT_DAYS })
    : fill(words.dataSqliteFrom, { month: formatDate(lang, from, 'month'), n: TEXT_DAYS });
}

/** What the page of SQL says of the papers that a query finds; `null` when it finds every paper. */
export function sqlScope(lang: Lang, from: string | null): string | null {
  return from === null
    ? null
    : fill(buildOn[lang].sqlFrom, { month: formatDate(lang, from, 'month') });
}
