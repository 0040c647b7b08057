import { expect, it } from 'vitest';
import { arxivCategoryIds } from './arxiv-categories.ts';

it('has each of the 155 categories once, in arXiv’s form', () => {
  expect(new Set(arxivCategoryIds).size).toBe(155);
  expect(arxivCategoryIds).toHaveLength(155);
  for (const id of arxivCategoryIds)
    expect(id).toMatch(/^[a-z]+(-[a-z]+)?(\.([A-Z]{2}|[a-z-]+))?$/);
});

it('knows archives without a second part, and those with one', () => {
  for (const id of ['cs.RO', 'eess.SY', 'hep-th', 'cond-mat.dis-nn', 'q-bio.NC']) {
    expect(arxivCategoryIds).toContain(id);
  }
  expect(arxivCategoryIds).not.toContain('cs');
});
