import { describe, expect, it } from 'vitest';
import { countsOf, regressions, type Counts } from './recorded-counts.ts';

const recorded: Counts = {
  bytes: { papers: 6_000 },
  rendered: { papers: 200 },
  drawn: 50,
  entries: 1_650,
};

describe('recorded counts', () => {
  it('name every count that grew, and only those', () => {
    expect(regressions(recorded, recorded)).toEqual([]);
    const grown = {
      bytes: { papers: 6_100 },
      rendered: { papers: 201 },
      drawn: 49,
      entries: 1_651,
    };
    expect(regressions(grown, recorded)).toEqual([
      'bytes a paper in papers/: 6100, recorded 6000',
      'files of papers rendered on a next day: 201, recorded 200',
      'entries in a folder: 1651, recorded 1650',
    ]);
  });

  it('name a kind of file that was not there', () => {
    expect(regressions({ ...recorded, rendered: { papers: 200, shelves: 3 } }, recorded)).toEqual([
      'files of shelves rendered on a next day: 3, recorded none',
    ]);
  });

  it('are taken from a built site', () => {
    const file = (bytes: number) => ({ sha256: '', bytes });
    const tree = new Map([
      ['papers/1/index.html', file(30)],
      ['papers/2/index.html', file(31)],
      ['index.html', file(900)],
    ]);
    const emitted = { rendered: 1, renderedOf: { papers: 1 }, restored: 0, kept: 1, removed: 0 };
    const build = {
      drawn: ['/index.html', '/rss.xml'],
      emitted,
      seconds: 1,
      cpuSeconds: 1,
      megabytes: 1,
    };
    expect(countsOf(tree, 2, build)).toEqual({
      bytes: { papers: 31 },
      rendered: { papers: 1 },
      drawn: 1,
      entries: 2,
    });
  });
});
