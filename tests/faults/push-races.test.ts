/** Fifty rounds of two to five writers that push at once: every id of every writer lands. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inventedPaper } from '../../src/store/fixtures/invented-papers.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { verifySnapshot } from '../../src/store/verify-snapshot.ts';
import { join } from 'node:path';
import { clone, race, startField, type Field } from '../push-race/race.ts';

const ROUNDS = Number(process.env['FAULTS_PUSH_ROUNDS'] ?? 50);

let field: Field;
const expected = new Set<string>([inventedPaper(0, 1).id]);
beforeAll(() => {
  field = startField([inventedPaper(0, 1)]);
});
afterAll(() => {
  field.remove();
});

it.each(Array.from({ length: ROUNDS }, (_, round) => round))(
  'round %i: every id lands',
  { timeout: 300_000 },
  async (round) => {
    const count = 2 + (round % 4);
    const writers = Array.from({ length: count }, (_, i) => ({
      // a shard that all writers of all rounds share, one of the round, one paper that all bring
      papers: [
        inventedPaper(1, 2 + round * 5 + i),
        inventedPaper(2 + round, 2 + i),
        inventedPaper(2 + round, 1),
      ],
    }));
    for (const { papers } of writers) for (const { id } of papers) expected.add(id);
    await race(field, writers, round);
    const data = join(clone(field, `reader-${round}`), 'data');
    expect(verifySnapshot(data).problems).toEqual([]);
    const ids = [...openSnapshot(data, { cacheFile: null }).allPapers()].map(({ id }) => id);
    expect(new Set(ids)).toEqual(expected);
  },
);
