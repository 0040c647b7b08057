import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../paper.ts';
import { allAnswers, type Answer } from '../../tests/archive/all-answers.ts';
import { SampleArchive } from '../../tests/archive/sample-archive.ts';
import { samplePaper } from '../../tests/archive/sample-papers.ts';

const DAYS = ['2026-10-30', '2026-11-02', '2026-11-03', '2026-11-23'] as const;
const day = fc.constantFrom(...DAYS);

/** A paper of a few ids, so that the same one comes up in several commits; versions only grow, as merging keeps them. */
const paper = fc
  .record({
    number: fc.integer({ min: 1, max: 6 }),
    announced: day,
    title: fc.constantFrom(
      'Quadruped grasping',
      'A world model',
      'Plain title',
      '<b>Grasp</b> & co',
    ),
    abstract: fc.constantFrom('A robot arm.', 'Legged robots grasp.', 'Nothing of note.'),
    comment: fc.constantFrom(null, 'Accepted to CoRL 2026', '8 pages'),
    primary: fc.constantFrom('cs.RO', 'math.OC'),
    replaced: fc.option(day, { nil: null }),
  })
  .map(({ number, announced, title, abstract, comment, primary, replaced }): Paper =>
    samplePaper({
      id: `2611.0000${number}`,
      announced,
      title,
      abstract,
      comment,
      primary_category: primary,
      categories: [primary, 'cs.RO'].filter((name, at, all) => all.indexOf(name) === at),
      ...(replaced === null
        ? {}
        : {
            version: 2,
            history: [{ version: 1, updated: null, replaced, abstract: 'Old text.' }],
          }),
    }),
  );

/** What each run brings: the last of two records with one id, as a run writes a paper once. */
const commit = fc
  .array(paper, { minLength: 1, maxLength: 5 })
  .map((papers) => Array.from(new Map(papers.map((one) => [one.id, one])).values()));
const commits = fc.array(commit, { minLength: 1, maxLength: 4 });

function byQuestion(answers: Answer[]): Map<string, Answer> {
  return new Map(answers.map((answer) => [answer.question, answer]));
}

describe('openArchive, over any sequence of runs', () => {
  it('answers the same whether it followed each run or starts from nothing', async () => {
    await fc.assert(
      fc.asyncProperty(commits, async (runs) => {
        using sample = new SampleArchive();
        for (const papers of runs) {
          commitNewer(sample, papers);
          await sample.open();
        }
        expect(allAnswers(await sample.open())).toEqual(allAnswers(await sample.openCold()));
      }),
      { numRuns: 15 },
    );
  });

  it('changes the key of every answer that changes', async () => {
    await fc.assert(
      fc.asyncProperty(commit, commit, async (first, second) => {
        using sample = new SampleArchive();
        commitNewer(sample, first);
        const before = byQuestion(allAnswers(await sample.open()));
        commitNewer(sample, second);
        const stale = allAnswers(await sample.open()).filter(({ question, answer, key }) => {
          const old = before.get(question);
          return key !== null && old?.key === key && !isDeepStrictEqual(old.answer, answer);
        });
        expect(stale).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

/** Commits what the store takes: a known paper's record may not lose versions. */
function commitNewer(sample: SampleArchive, papers: Paper[]): void {
  const known = new Map(sample.papers().map((one) => [one.id, one]));
  const accepted = papers.filter(
    (one) => one.history.length >= (known.get(one.id)?.history.length ?? 0),
  );
  if (accepted.length > 0) sample.commit({ papers: accepted });
}
