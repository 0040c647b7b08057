/** Every way in which an answer can be wrong, on the first, a middle and the last page, once and for ever. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { isAnnouncementReceipt } from '../../src/store/receipts.ts';
import { verifySnapshot } from '../../src/store/verify-snapshot.ts';
import * as faults from '../arxiv-server/faults.ts';
import type { Fault } from '../arxiv-server/faults.ts';
import { inventRecords } from '../arxiv-server/invented-records.ts';
import type { Channel } from '../arxiv-server/request-log.ts';
import { papersOf } from '../daily/papers-seen.ts';
import {
  morning,
  rehearsalConfigText,
  startRehearsal,
  type Rehearsal,
} from '../daily/rehearsal.ts';
import { plainFetch } from './plain-fetch.ts';
import { report } from './trials.ts';

const FAULTS: [string, Fault][] = [
  ['429', faults.rateExceeded()],
  ['429 with Retry-After', faults.rateExceeded(30)],
  ['406', faults.throttled406],
  ['503', faults.varnish503()],
  ['200 with a web page', faults.htmlWith200],
  ['200 with "Rate exceeded."', faults.rateExceededWith200],
  ['empty body', faults.truncated(0)],
  ['empty but valid page', faults.emptyPage],
  ['error entry', faults.errorEntryWith200],
  ['bytes of another charset', faults.latin1Bytes],
  ['unknown charset', faults.unknownCharset],
  ['byte order mark', faults.byteOrderMark],
  ['cut in half', faults.truncated()],
  ['a page that lacks an entry', faults.shortPage],
  ['reset in the body', faults.resetMidBody],
  ['wrong length', faults.wrongLength],
];

const { papers } = inventRecords({ seed: 8, from: '2026-10-28', days: 20, perWeekday: 6 });
const [monday, tuesday] = ['2026-11-09', '2026-11-10'].map(morning) as [string, string];
const evening = '2026-11-10T17:43:00Z';
const config = parseConfig(rehearsalConfigText.replace('page_size: 100', 'page_size: 10'), 'test');

/** From which request of the channel on, and through which, the fault is met. */
interface Place {
  channel: Channel;
  page: 'first' | 'middle' | 'last';
  at: number;
}

let rehearsal: Rehearsal;
let unfaulted: ReturnType<typeof papersOf>;
let places: Place[];
/** The archive after Monday, to begin each trial with. */
let begun: ReturnType<Rehearsal['save']>;

beforeAll(async () => {
  rehearsal = await startRehearsal({ papers, config, oaiPageLimit: 20 });
  await rehearsal.run(monday);
  begun = rehearsal.save();
  await rehearsal.run(tuesday);
  unfaulted = papersOf(rehearsal);
  const api = rehearsal.server.log.of('api').length;
  rehearsal.restore(begun);
  rehearsal.server.fail('api', faults.varnish503());
  await rehearsal.run(tuesday);
  expect(papersOf(rehearsal)).toEqual(unfaulted);
  const oai = rehearsal.server.log.of('oai').length;
  expect(Math.min(api, oai)).toBeGreaterThan(2);
  rehearsal.server.heal();
  places = (
    [
      ['feed', 1],
      ['api', api],
      ['oai', oai],
    ] as const
  ).flatMap(([channel, pages]) =>
    (
      [
        ['first', 1],
        ['middle', Math.ceil(pages / 2)],
        ['last', pages],
      ] as const
    )
      .slice(0, pages === 1 ? 1 : 3)
      .map(([page, at]) => ({ channel, page, at })),
  );
});
afterAll(() => rehearsal.close());

/** What is wrong after a run that met a fault and a clean one after it; `null` when nothing is. */
async function faultOf(fault: Fault, place: Place, forEver: boolean): Promise<string | null> {
  const { channel, at } = place;
  const { server } = rehearsal;
  rehearsal.restore(begun);
  // OAI-PMH is asked in need only
  if (channel === 'oai') server.fail('api', faults.varnish503());
  server.fail(channel, fault, ({ n }) => (forEver ? n >= at : n === at));
  const before = papersOf(rehearsal);
  const { outcomes } = await rehearsal.run(tuesday);
  server.heal();
  if (verifySnapshot(rehearsal.dir).problems.length > 0) return 'the snapshot is damaged';
  const seen = papersOf(rehearsal);
  const ids = new Set(seen.map(({ id }) => id));
  if (before.some(({ id }) => !ids.has(id))) return 'a paper of before is lost';
  const whole = JSON.stringify(seen) === JSON.stringify(unfaulted);
  const outcome = outcomes.get('arxiv');
  const isTold = (outcome?.problems?.length ?? 0) > 0 || outcome?.answered === false;
  const isComplete = [...rehearsal.snapshot().receipts()].some(
    (receipt) =>
      isAnnouncementReceipt(receipt) &&
      receipt.date === '2026-11-10' &&
      receipt.state === 'complete',
  );
  if (!whole && !isTold && isComplete) return 'papers are missing, and nothing says so';
  if (!forEver && !whole && channel === 'api') return 'one bad answer kept papers out';
  await rehearsal.run(evening);
  return JSON.stringify(papersOf(rehearsal)) === JSON.stringify(unfaulted)
    ? null
    : 'a clean run does not complete it';
}

/** Whether a script without guards has all or nothing after the same fault, and ends with an error when it has nothing. */
async function plainHolds(fault: Fault, at: number, forEver: boolean): Promise<boolean> {
  const { server } = rehearsal;
  const run = { max: 200, page: 40 };
  rehearsal.setClock(monday);
  const old = new Map<string, number>();
  await plainFetch(server.apiUrl, { into: old, ...run });
  rehearsal.setClock(tuesday);
  const right = new Map(old);
  await plainFetch(server.apiUrl, { into: right, ...run });
  server.log.clear();
  server.fail('api', fault, ({ n }) => (forEver ? n >= at : n === at));
  const got = new Map(old);
  let isRefused = false;
  try {
    await plainFetch(server.apiUrl, { into: got, ...run });
  } catch {
    isRefused = true;
  }
  server.heal();
  const text = (map: Map<string, number>) =>
    JSON.stringify([...map].map(([id, version]) => `${id}v${version}`).toSorted());
  return text(got) === text(right) || (isRefused && text(got) === text(old));
}

describe('an answer that is not as it should be', () => {
  it('loses nothing, is told of, and is made good by a clean run', async () => {
    const wrong: string[] = [];
    let trials = 0;
    for (const [name, fault] of FAULTS) {
      for (const place of places) {
        for (const forEver of [false, true]) {
          trials += 1;
          const found = await faultOf(fault, place, forEver);
          const when = forEver ? 'from then on' : 'once';
          if (found !== null)
            wrong.push(`${name}, ${place.channel}, ${place.page} page, ${when}: ${found}`);
        }
      }
    }
    const plain: boolean[] = [];
    for (const [, fault] of FAULTS)
      for (const at of [1, 3, 5])
        for (const forEver of [false, true]) plain.push(await plainHolds(fault, at, forEver));
    report({
      class: `${FAULTS.length} kinds of bad answers × channel × first, middle, last page × once, for ever`,
      order: 20,
      size: `${unfaulted.length} papers, three channels`,
      trials,
      held: trials - wrong.length,
      baseline: { trials: plain.length, held: plain.filter(Boolean).length },
    });
    expect(wrong).toEqual([]);
    expect(plain).toContain(false);
  });
});
