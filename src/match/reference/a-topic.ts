import type { Topic } from '../../config/config.ts';

/** A topic for tests: nothing but what is given. */
export const aTopic = (id: string, parts: Partial<Topic>): Topic => ({
  id,
  name: { en: id, zh: id },
  group: 'g',
  include: [],
  weak_include: [],
  title_include: [],
  exclude: [],
  categories: null,
  context: null,
  ...parts,
});
