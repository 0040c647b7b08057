import { announcementDay } from '../../src/calendar/calendar.ts';
import type { Day, Paper } from '../../src/paper.ts';
import { mergePaper } from '../../src/store/merge-paper.ts';
import { instantOf, type Fact } from './fact.ts';

/**
 * The records that the facts make: without abstract, provisional, and of the lowest rank, so that whatever a channel of
 * arXiv states takes their place. Announcement dates are derived from the submission instants.
 *
 * @param today the UTC day on which the archive begins
 */
export function starterPapers(facts: readonly Fact[], today: Day): Paper[] {
  return facts.map((fact) => {
    const submitted = instantOf(fact.submitted);
    const [primary = ''] = fact.categories;
    const observation = {
      id: fact.id,
      version: fact.version,
      title: fact.title,
      abstract: null,
      authors: fact.authors.map((name) => ({ name })),
      categories: fact.categories,
      primary_category: primary,
      submitted,
      updated: instantOf(fact.updated),
      comment: fact.comment,
      journal_ref: fact.journal_ref,
      doi: fact.doi,
      from: 'feed' as const,
      announced: announcementDay(submitted),
    };
    return mergePaper(undefined, observation, today).paper;
  });
}
