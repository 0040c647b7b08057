import { formatDate } from '../i18n/dates.ts';
import type { Lang } from '../i18n/dictionary.ts';
import type { health } from '../i18n/health.ts';
import type { StripDay, StripState } from '../health/announcement-strip.ts';
import type { SourceHealth } from '../health/source-health.ts';

type Key = keyof (typeof health)['en'];

export const stripWords = {
  complete: 'complete',
  quiet: 'quiet',
  unproved: 'unproved',
  stale: 'staleDay',
  failing: 'failing',
  none: 'none',
  unrecorded: 'unrecorded',
  ahead: 'ahead',
} as const satisfies Record<StripState, Key>;

export const sourceWords = {
  new: 'sourceNew',
  quiet: 'sourceQuiet',
  unproved: 'sourceUnproved',
  stale: 'sourceStale',
  failing: 'sourceFailing',
} as const satisfies Record<SourceHealth['state'], Key>;

/** `24 Nov 2026, 06:31 UTC` */
export function instantWords(lang: Lang, instant: string): string {
  return `${formatDate(lang, instant.slice(0, 10), 'long')}${lang === 'zh' ? ' ' : ', '}${instant.slice(11, 16)} UTC`;
}

/** The height of a day's bar, in twentieths of the fullest day's; 0 without papers. */
export function barLevel({ papers }: StripDay, most: number): number {
  return papers === 0 ? 0 : Math.max(1, Math.round((papers / most) * 20));
}

/** `6.6 MB`, in powers of ten, as GitHub counts them. */
export function sizeWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toLocaleString('en-US', { maximumFractionDigits: unit === 0 ? 0 : 1 })} ${units[unit] ?? ''}`;
}
