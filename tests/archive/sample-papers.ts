import type { Paper } from '../../src/paper.ts';

/** An invented record with every field filled in; `changes` says what matters to the test. */
export function samplePaper(changes: Partial<Paper> & Pick<Paper, 'id'>): Paper {
  const announced = changes.announced ?? '2026-11-23';
  return {
    version: 1,
    title: `Grasping with ${changes.id}`,
    abstract: 'We study robots that grasp things they have never seen.',
    authors: [{ name: 'Ada Berg' }, { name: 'Bo Chen' }],
    categories: ['cs.RO', 'cs.AI'],
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
    ...changes,
  };
}
