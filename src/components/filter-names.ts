import type { FilterNames } from '../client/sift/names.ts';
import { archive } from '../query/shared-archive.ts';

/** Topics and facets of `config.yaml`, with the phrases of facets: a filtered view says how it would be a topic. */
export async function filterNames(): Promise<FilterNames> {
  const { config } = await archive();
  return {
    groups: config.groups.map(({ id, name }) => ({ id, name })),
    topics: config.topics.map(({ id, name, group, categories }) => ({
      id,
      name,
      group,
      categories,
    })),
    facets: config.facets.map(({ id, name, entries }) => ({ id, name, entries })),
  };
}
