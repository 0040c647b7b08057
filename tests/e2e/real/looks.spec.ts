import { faultsInEveryLook } from '../looks.ts';
import { realKinds, type RealSite } from './real-site.ts';
import { expect, test } from './real-test.ts';

/** A reader who has saved papers, with a note and tags. */
const savedPapers = ({ papers, day }: RealSite): string =>
  JSON.stringify({
    v: 1,
    papers: Object.fromEntries(
      papers.slice(0, 3).map(({ id, title, authors }, n) => [
        id,
        {
          star: true,
          title,
          authors: authors.map(({ name }) => name).join(', '),
          day,
          note: 'for Tuesday',
          tags: ['group'],
          at: n + 1,
        },
      ]),
    ),
  });

for (const kind of realKinds)
  test(`${kind} of the real records does not move, has no violation and no complaint in any look`, async ({
    browser,
    real,
    now,
  }) => {
    const url = real.at(real.kinds[kind]);
    const kept = { marks: savedPapers(real) };
    expect(await faultsInEveryLook(browser, { url, now, kept })).toEqual([]);
  });
