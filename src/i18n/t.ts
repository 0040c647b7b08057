import { fill, type Label, type Lang, type LabelValues } from './dictionary.ts';
import { frame } from './frame.ts';
import { list } from './list.ts';
import { pages } from './pages.ts';
import { paper } from './paper.ts';

/** Labels that an archive page shows and that the browser may swap for the reader's language. */
export type SwitchableKey =
  keyof (typeof frame)['en'] | keyof (typeof list)['en'] | keyof (typeof paper)['en'];

export type LabelKey = SwitchableKey | keyof (typeof pages)['en'];

const labels = {
  en: { ...pages.en, ...paper.en, ...list.en, ...frame.en },
  zh: { ...pages.zh, ...paper.zh, ...list.zh, ...frame.zh },
};

const differs = ([key, zh]: [string, Label]): boolean =>
  JSON.stringify(zh) !== JSON.stringify((labels.en as Record<string, Label>)[key]);

/** What the browser needs to show an archive page in Chinese: the labels that are not the same in English. */
export const switchable: Record<string, Label> = Object.fromEntries(
  Object.entries<Label>({ ...paper.zh, ...list.zh, ...frame.zh }).filter(differs),
);

/** One label in one language. `values` fill its `{placeholders}`; `n` chooses the plural. */
export function t(lang: Lang, key: LabelKey, values?: LabelValues): string {
  return fill(labels[lang][key], values);
}
