/** One choice of a filter. `value` is one of the words of the items' `data-…` attribute. */
export interface FilterOption {
  value: string;
  label: string;
}

/** A word for a `data-…` attribute, whose words are told apart by blanks. */
export function word(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, '-');
}

/** The choices that items have, each once, by their labels in the order of the language. */
export function optionsOf(
  lang: 'en' | 'zh',
  pairs: Iterable<readonly [value: string, label: string]>,
): FilterOption[] {
  const order = new Intl.Collator(lang === 'zh' ? 'zh-CN' : 'en', { numeric: true });
  const labels = new Map([...pairs].map(([value, label]) => [word(value), label]));
  return [...labels]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => order.compare(a.label, b.label));
}
