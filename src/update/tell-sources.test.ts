import { expect, it } from 'vitest';
import type { SourceOutcome } from './source.ts';
import { tellSources } from './tell-sources.ts';

type Told = Pick<SourceOutcome, 'state' | 'problems'>;
const failing = (message: string): Told => ({ state: 'failing', problems: [{ message }] });
const quiet: Told = { state: 'quiet' };
const entry = {
  state: 'failing' as const,
  since: '2026-11-20T06:17:00Z',
  last_success: '2026-11-19T06:17:00Z',
  last_new: null,
};

it('a source of many parts is one line that names them; each part has a line among the details', () => {
  const outcomes = new Map<string, Told>([
    ['arxiv', failing('it did not answer')],
    ['news', failing('')],
    ...['a', 'b', 'c'].map((id) => [`news/${id}`, failing(`${id} is not reachable`)] as const),
    ['news/d', quiet],
    ['jobs', quiet],
    ['jobs/employers', quiet],
  ]);
  expect(tellSources(outcomes, { arxiv: entry, 'news/b': entry })).toEqual({
    warnings: [
      'arxiv is failing (last success 2026-11-19T06:17:00Z): it did not answer',
      'news: 3 of 4 feeds did not answer as they should (a, b, c). The first: a is not reachable — ' +
        'each by itself: the run’s receipt, /health/, or LOG_LEVEL=debug',
    ],
    details: [
      'news/a is failing (it never answered so far): a is not reachable',
      'news/b is failing (last success 2026-11-19T06:17:00Z): b is not reachable',
      'news/c is failing (it never answered so far): c is not reachable',
    ],
  });
});

it('of a hundred parts a dozen are named', () => {
  const parts = Array.from({ length: 100 }, (_, n): [string, Told] => [
    `news/f${n}`,
    failing('no'),
  ]);
  const { warnings, details } = tellSources(
    new Map<string, Told>([['news', failing('')], ...parts]),
    {},
  );
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('100 of 100 feeds');
  expect(warnings[0]).toContain('f11 and 88 more');
  expect(details).toHaveLength(100);
});

it('when all is well nothing is told', () => {
  expect(tellSources(new Map<string, Told>([['news', quiet], ['news/a', quiet]]), {})).toEqual({ warnings: [], details: [] }); // prettier-ignore
});
