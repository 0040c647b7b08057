/** Entries that come in another order, twice, or on two pages: the same bytes. */
import { afterAll, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { inventRecords } from '../arxiv-server/invented-records.ts';
import { varnish503, type Fault } from '../arxiv-server/faults.ts';
import { seededRandom, type Random } from '../arxiv-server/seeded-random.ts';
import {
  morning,
  rehearsalConfigText,
  startRehearsal,
  type Rehearsal,
} from '../daily/rehearsal.ts';
import { plainFetch } from './plain-fetch.ts';
import { report } from './trials.ts';

const TRIALS = Number(process.env['FAULTS_ORDERS'] ?? 1000);
const config = parseConfig(rehearsalConfigText.replace('page_size: 100', 'page_size: 10'), 'test');
const { papers } = inventRecords({ seed: 12, from: '2026-11-02', days: 9, perWeekday: 4 });
const tuesday = morning('2026-11-10');

let rehearsal: Rehearsal;
afterAll(() => rehearsal.close());

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const left = [...list];
  return list.map(() => left.splice(random.int(0, left.length - 1), 1)[0] as T);
}

/** The entries of a page in any order, some of them twice. */
const disorder = (random: Random): Fault => ({
  kind: 'entries',
  distort: (page) => shuffled([...page, ...page.filter(() => random.chance(0.2))], random),
});

it(`${TRIALS} orders and overlaps of pages give the same bytes`, async () => {
  rehearsal = await startRehearsal({ papers, config, oaiPageLimit: 15 });
  const empty = rehearsal.save();
  const bytes = async (refused: boolean, fault?: Fault): Promise<string> => {
    rehearsal.restore(empty);
    rehearsal.server.heal();
    if (refused) rehearsal.server.fail('api', varnish503());
    if (fault) rehearsal.server.fail('any', fault);
    await rehearsal.run(tuesday);
    return rehearsal.fingerprint();
  };
  const right = { api: await bytes(false), oai: await bytes(true) };
  const random = seededRandom(9);
  const plain = { trials: 0, held: 0 };
  const plainText = async (): Promise<string> => {
    const into = new Map<string, number>();
    await plainFetch(rehearsal.server.apiUrl, { into, max: 50, page: 10 });
    return JSON.stringify([...into]);
  };
  rehearsal.server.heal();
  const plainRight = await plainText();
  let held = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    // every fourth run has its papers by OAI-PMH
    const refused = trial % 4 === 3;
    const got = await bytes(refused, disorder(random));
    if (got === (refused ? right.oai : right.api)) held += 1;
    if (trial % 10 > 0 || refused) continue;
    plain.trials += 1;
    if ((await plainText()) === plainRight) plain.held += 1;
  }
  report({
    class: 'entries of every page in another order, a fifth of them twice',
    order: 30,
    size: `${papers.length} papers, pages of 10`,
    trials: TRIALS,
    held,
    baseline: plain,
  });
  expect(held).toBe(TRIALS);
});
