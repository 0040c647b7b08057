import { describe, expect, it } from 'vitest';
import { jobProblems } from './job-problems.ts';

describe('jobs of a run', () => {
  it('are told of when they failed, were cancelled or have no result', () => {
    const text = JSON.stringify({
      fetch: { result: 'success', outputs: {} },
      commit: { result: 'failure', outputs: {} },
      build: { result: 'skipped', outputs: {} },
      deploy: { result: 'cancelled' },
      other: {},
    });
    expect(jobProblems(text)).toMatchObject([
      { source: 'job commit', state: 'failure', remedy: expect.stringContaining('may not write') },
      { source: 'job deploy', what: expect.stringContaining('ran out of time') },
      { source: 'job other', what: 'The job has no result.' },
    ]);
  });

  it('are not guessed from what is no list of jobs', () => {
    expect(() => jobProblems('null')).toThrow(SyntaxError);
    expect(() => jobProblems('')).toThrow(SyntaxError);
  });
});
