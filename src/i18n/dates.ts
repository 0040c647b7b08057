import type { Lang } from './dictionary.ts';

/** The BCP 47 tag a page states as its language. */
export const localeOf = { en: 'en', zh: 'zh-CN' } as const;

/**
 * How a date is written. `full`: with weekday; `long`: day, month, year; `short`: day and month; `month`: month and
 * year; `monthName`: the month alone; `weekday`: weekday, day and month; `letter`: the weekday's letter. The keys are also what `<time data-f>` carries to the browser.
 */
export const dateStyles = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  monthName: { month: 'long' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  letter: { weekday: 'narrow' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof dateStyles;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Writes a calendar date or a UTC instant in the words of a language. The date is taken as it stands (UTC), never moved
 * into the time zone of the machine, so that a build gives the same bytes anywhere.
 */
export function formatDate(lang: Lang, day: string, style: DateStyle): string {
  const key = `${lang} ${style}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', {
      ...dateStyles[style],
      timeZone: 'UTC',
    });
    formats.set(key, format);
  }
  return format.format(new Date(day.length === 7 ? `${day}-01` : day));
}
