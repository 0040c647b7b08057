/** The languages of the interface. Titles and abstracts stay in the language of the paper. */
export type Lang = 'en' | 'zh';

/** A sentence with `{placeholders}`; a pair is `[one, other]` and is chosen by `{n}`. */
export type Label = string | readonly [one: string, other: string];

export interface Dictionary<K extends string> {
  en: Record<K, Label>;
  zh: Record<K, Label>;
}

/** Both languages of one area, side by side: a key that one lacks does not compile. */
export function dictionary<K extends string>(
  en: Record<K, Label>,
  zh: Record<NoInfer<K>, Label>,
): Dictionary<K> {
  return { en, zh };
}

/** What may fill a placeholder. `n` also chooses between singular and plural. */
export type LabelValues = Record<string, string | number>;

/** Fills a label. Unknown placeholders stay as they are, so that a mistake is seen. */
export function fill(label: Label, values: LabelValues = {}): string {
  const sentence = typeof label === 'string' ? label : label[Number(values['n']) === 1 ? 0 : 1];
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    // A browser's first look at how numbers are written takes long; those below a thousand need none.
    return typeof value === 'number' && value >= 1_000
      ? value.toLocaleString('en-US')
      : String(value);
  });
}
