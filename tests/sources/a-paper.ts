import type { Day, Paper } from '../../src/paper.ts';

/** An invented paper, announced on a day. */
export const aPaper = (id: string, announced: Day, given: Partial<Paper> = {}): Paper => ({
  id,
  version: 1,
  title: `Patient arms ${id}`,
  abstract: 'A patient arm folds cloth.',
  authors: [{ name: 'Mei Zhang' }],
  categories: ['cs.RO'],
  primary_category: 'cs.RO',
  submitted: `${announced}T00:00:00Z`,
  updated: `${announced}T00:00:00Z`,
  announced,
  announced_from: 'feed',
  first_seen: announced,
  comment: null,
  journal_ref: null,
  doi: null,
  links: [],
  history: [],
  ...given,
});
