import { fill, type Lang } from '../../i18n/dictionary.ts';
import { trends as dictionary } from '../../i18n/trends.ts';
import type { Measure } from './plot.ts';

const DECIMALS: Record<Measure, number> = { each: 1, count: 0, share: 1 };

/** A value as the table shows it; an em dash where the record holds nothing. */
export function numberText(value: number | null, measure: Measure): string {
  if (value === null) return '—';
  const digits = DECIMALS[measure];
  return value.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A value with what it counts. */
export function valueText(value: number | null, measure: Measure, lang: Lang): string {
  const words = dictionary[lang];
  const n = numberText(value, measure);
  if (measure === 'share') return fill(words.percent, { n });
  if (measure === 'each') return fill(words.perAnnouncement, { n });
  return fill(words.papersCount, { n: value ?? 0 });
}
