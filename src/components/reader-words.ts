import type { ReaderWords } from '../client/boot.ts';
import { dateStyles } from '../i18n/dates.ts';
import { switchable } from '../i18n/t.ts';
import { archive } from '../query/shared-archive.ts';
import { base } from './site.ts';

/** What the browser needs to show an archive page in Chinese: labels, and names that differ from the English ones. */
export async function readerWords(): Promise<ReaderWords> {
  const { config } = await archive();
  const named = [
    ...config.topics,
    ...config.groups,
    ...config.facets.flatMap((facet) => facet.entries),
  ];
  const names = named
    .filter(({ name }) => name.zh !== name.en)
    .map(({ id, name }) => [id, name.zh]);
  return { base, labels: switchable, names: Object.fromEntries(names), dates: dateStyles };
}
