import type { Day, Paper } from '../../src/paper.ts';
import { samplePaper } from '../archive/sample-papers.ts';

/** An invented paper of one author in one category, announced on a day. */
export const aPaper = (id: string, announced: Day, given: Partial<Paper> = {}): Paper =>
  samplePaper({
    id,
    title: `Patient arms ${id}`,
    abstract: 'A patient arm folds cloth.',
    authors: [{ name: 'Mei Zhang' }],
    categories: ['cs.RO'],
    announced,
    ...given,
  });
