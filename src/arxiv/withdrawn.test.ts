import { describe, expect, it } from 'vitest';
import { saysWithdrawn } from './withdrawn.ts';

describe('a comment that withdraws the paper', () => {
  it.each([
    'This paper has been withdrawn by the author due to a crucial error in equation 1',
    'Withdrawn',
    'Withdrawn due to an error in the proof of Lemma 2.',
    'Paper withdrawn for revisions of the experiments',
    'This submission is withdrawn because the list of authors is wrong',
    'We withdraw this submission, since its title does not fit',
    'The authors withdraw this preprint as the work requires more validation',
    'a directive of our company: we are required to immediately withdraw the paper',
    'This article has been temporarily withdrawn',
    '12 pages. The manuscript has now been withdrawn for further study',
    'arXiv admin note: submission has been withdrawn by arXiv administrators',
    'The paper was withdrawn from arXiv by its authors',
    'This paper has been withdrawn and replaced by arXiv:2601.00001',
    'Withdrawal of this paper was requested by the second author',
  ])('%s', (comment) => {
    expect(saysWithdrawn(comment)).toBe(true);
  });
});

describe('a comment that speaks of another withdrawal', () => {
  it.each([
    null,
    '8 pages, 3 figures',
    'Accepted at ICRA 2026; withdrawn from NeurIPS 2025',
    'This paper was withdrawn from ICLR 2025 after review',
    'Replaces the withdrawn paper arXiv:2501.00001',
    'This version supersedes an earlier submission that was withdrawn',
    'An earlier version of this work was withdrawn; this is the corrected one',
    'Not withdrawn: the notice of 3 May was a mistake',
    'A study of alcohol withdrawal in rats, 12 pages',
    'The withdrawn version had an error',
  ])('%s', (comment) => {
    expect(saysWithdrawn(comment)).toBe(false);
  });
});
