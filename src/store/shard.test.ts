import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedPaper } from './fixtures/invented-papers.ts';
import { papers } from './kinds.ts';
import { linesById, parseShard, serialiseShard, shardPath } from './shard.ts';

const DAY = 'papers/2023/2023-01-02.ndjson';
const three = [inventedPaper(0, 3), inventedPaper(0, 1), inventedPaper(0, 2)];

function shard(edit: (text: string) => string): Buffer {
  return Buffer.from(edit(serialiseShard(three, papers).toString()));
}

describe('a shard', () => {
  it('lies by day in a folder a year, or by month', () => {
    expect(shardPath('papers', '2026-11-23')).toBe('papers/2026/2026-11-23.ndjson');
    expect(shardPath('news', '2026-11')).toBe('news/2026-11.ndjson');
    expect(() => shardPath('papers', '../x')).toThrow(
      'papers: "../x" is neither a day nor a month',
    );
  });

  it('has one record a line, in order of id, the id first, a line end after each', () => {
    const lines = shard((text) => text)
      .toString()
      .split('\n');
    expect(lines).toHaveLength(4);
    expect(lines.map((line) => line.slice(0, 18))).toEqual([
      '{"id":"2301.01402"',
      '{"id":"2301.01403"',
      '{"id":"2301.01404"',
      '',
    ]);
  });

  it('orders ids of the old form before those of today, and by number', () => {
    const ids = ['0704.0001', 'hep-th/9901001', '2611.01234', 'cs/0503050'];
    expect(ids.sort(papers.compareIds)).toEqual([
      'hep-th/9901001',
      'cs/0503050',
      '0704.0001',
      '2611.01234',
    ]);
  });

  it('is read back as it was, whatever the texts hold', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ minLength: 1 }),
        (title, abstract) => {
          const paper = { ...inventedPaper(0, 1), title, abstract };
          expect(parseShard(serialiseShard([paper], papers), papers, DAY)).toEqual([paper]);
        },
      ),
    );
  });

  it('gives ids and lines without parsing', () => {
    const found = Array.from(linesById(shard((text) => text)), ({ id, line }) => [id, line.at(-1)]);
    expect(found).toEqual([
      ['2301.01402', 10],
      ['2301.01403', 10],
      ['2301.01404', 10],
    ]);
    const [odd] = linesById(Buffer.from('{"x":1,"id":"a"}\n'));
    expect(odd?.id).toBe('a');
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -1), /is cut off: its last line has no end/],
    [
      'cut within a line',
      (text: string) => `${text.slice(0, 40)}\n`,
      /2023-01-02\.ndjson, line 1: /,
    ],
    ['with an empty line', (text: string) => text.replace('\n', '\n\n'), /line 2: /],
    [
      'with a line twice',
      (text: string) => text + text.split('\n')[0] + '\n',
      /line 4: 2301\.01402 stands here a second/,
    ],
    [
      'with a number for an id',
      (text: string) => text.replace('"2301.01403"', '2301.01403'),
      /line 2: id: /,
    ],
    [
      'with a paper of another day',
      (text: string) => text.replace('"announced":"2023-01-02"', '"announced":"2023-01-03"'),
      /line 1: 2301\.01402 belongs to papers\/2023\/2023-01-03/,
    ],
  ])('%s is refused with file and line', (_, edit, message) => {
    expect(() => parseShard(shard(edit), papers, DAY)).toThrow(message);
  });
});
