import type { Rehearsal } from './rehearsal.ts';

/** What readers see of the archive: everything but when and from where it was learnt. */
export function papersOf(rehearsal: Rehearsal) {
  return [...rehearsal.snapshot().allPapers()].map((paper) => ({
    id: paper.id,
    version: paper.version,
    title: paper.title,
    abstract: paper.abstract,
    authors: paper.authors.map(({ name }) => name),
    categories: paper.categories.toSorted(),
    announced: paper.announced,
    submitted: paper.submitted,
    withdrawn: paper.withdrawn ?? false,
  }));
}
