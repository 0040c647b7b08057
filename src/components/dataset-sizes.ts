import { fill, type Lang } from '../i18n/dictionary.ts';
import { sections } from '../i18n/sections.ts';
import type { Dataset } from '../records/dataset.ts';
import type { FilterOption } from './filter-options.ts';
import { term } from './section-words.ts';

// What a reader asks of a size, in the two units that most datasets are counted in.
const STEPS = { trajectories: [1000, 10_000, 100_000, 1_000_000], hours: [10, 100, 1000] } as const;
const UNITS = ['trajectories', 'hours'] as const;

/** The steps that a dataset reaches, as words of `data-size`. */
export function sizeWords({ size }: Dataset): string[] {
  return size.flatMap(({ value, unit }) => {
    const known = UNITS.find((one) => one === unit);
    return known === undefined
      ? []
      : STEPS[known].filter((step) => value >= step).map((step) => `${unit}-${step}`);
  });
}

/** The steps that any of the datasets reaches. */
export function sizeOptions(lang: Lang, datasets: readonly Dataset[]): FilterOption[] {
  const reached = new Set(datasets.flatMap(sizeWords));
  return UNITS.flatMap((unit) =>
    STEPS[unit].map((n) => ({
      value: `${unit}-${n}`,
      label: fill(sections[lang].atLeast, { n, unit: term(lang, unit) }),
    })),
  ).filter(({ value }) => reached.has(value));
}

/** `76,000 trajectories`. */
export function sizeText(lang: Lang, { value, unit }: Dataset['size'][number]): string {
  return `${value.toLocaleString('en-US')} ${term(lang, unit)}`;
}
