import { describe, expect, it } from 'vitest';
import { mailingDate, NEW_A_DAY, syntheticPaper } from './synthetic-paper.ts';
import { inventedTexts } from './texts.ts';

const texts = inventedTexts(50);
const at = (lastDay: number) =>
  Array.from({ length: 3 * NEW_A_DAY }, (_, index) =>
    syntheticPaper(index, { seed: 1, texts, lastDay }),
  );

describe('syntheticPaper', () => {
  it('only adds to what the archive of an earlier day holds', () => {
    const [early, late] = [at(10), at(60)];
    for (const [index, before] of early.entries()) {
      const after = late[index];
      expect(after?.history.slice(0, before.history.length)).toEqual(before.history);
      const unchanged = after?.version === before.version;
      if (unchanged) expect(after).toEqual(before);
      else
        expect(after?.history[before.history.length]?.abstract ?? before.abstract).toBe(
          before.abstract,
        );
    }
  });

  it('gives every paper an id of its own', () => {
    expect(new Set(at(10).map(({ id }) => id)).size).toBe(3 * NEW_A_DAY);
  });

  it('replaces as many papers as arXiv does, most within weeks', () => {
    const replacements = at(400).flatMap(({ history }) => history.length);
    const mean = replacements.reduce((sum, count) => sum + count, 0) / replacements.length;
    expect(mean).toBeGreaterThan(0.25);
    expect(mean).toBeLessThan(0.55);
  });
});

describe('mailingDate', () => {
  it('knows weekdays alone', () => {
    expect([0, 4, 5].map(mailingDate)).toEqual(['2021-01-04', '2021-01-08', '2021-01-11']);
  });
});
