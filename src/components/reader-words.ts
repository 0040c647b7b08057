import type { ReaderWords } from '../client/boot.ts';
import { dateStyles } from '../i18n/dates.ts';
import { switchable } from '../i18n/t.ts';
import { archive } from '../query/shared-archive.ts';
import type { LocalName } from '../render/context.ts';
import { labelPaths } from './navigation.ts';
import { base } from './site.ts';

/** Chinese names by id; those that are the same in English are left out. */
function chinese(named: readonly { id: string; name: LocalName }[]): Record<string, string> {
  const different = named.filter(({ name }) => name.zh !== name.en);
  return Object.fromEntries(different.map(({ id, name }) => [id, name.zh]));
}

/** What the browser needs to show an archive page in Chinese. */
export async function readerWords(): Promise<ReaderWords> {
  const { config } = await archive();
  return {
    base,
    labels: switchable,
    paths: labelPaths,
    names: {
      topic: chinese(config.topics),
      facet: chinese(config.facets.flatMap((facet) => facet.entries)),
      name: chinese([{ id: 'site', name: config.site.title }, ...config.groups]),
    },
    dates: dateStyles,
  };
}
