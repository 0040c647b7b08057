import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Author } from '../paper.ts';
import { SampleArchive } from '../../tests/archive/sample-archive.ts';
import { samplePaper } from '../../tests/archive/sample-papers.ts';

const by = (...names: string[]): Author[] => names.map((name) => ({ name }));

describe('authorShelves', () => {
  it('gives a place to names with three papers, whatever their marks and dots', async () => {
    using sample = new SampleArchive();
    sample.commit({
      papers: [
        samplePaper({ id: '2611.00001', announced: '2026-11-02', authors: by('Łuka Ek', 'Al B') }),
        samplePaper({ id: '2611.00002', announced: '2026-11-03', authors: by('Luka Ek', 'Al B') }),
        samplePaper({ id: '2611.00003', announced: '2026-11-03', authors: by('Luka Ek') }),
      ],
    });
    const shelves = (await sample.open()).authorShelves();
    expect(shelves).toMatchObject([
      {
        shelf: 'luk',
        authors: [
          {
            slug: 'luka-ek',
            name: 'Luka Ek',
            papers: [{ id: '2611.00003' }, { id: '2611.00002' }, { id: '2611.00001' }],
          },
        ],
      },
    ]);
  });

  it('counts a paper once for two of its authors whose names fold alike', async () => {
    using sample = new SampleArchive();
    const twice = by('Wei Li', 'Wei Lì');
    sample.commit({
      papers: ['2611.00001', '2611.00002'].map((id) =>
        samplePaper({ id, announced: '2026-11-02', authors: twice }),
      ),
    });
    expect((await sample.open()).authorShelves()).toEqual([]);
  });

  it('keeps the key of a shelf that a new day does not touch, and changes the others', async () => {
    using sample = new SampleArchive();
    const day = (announced: string, first: number, names: Author[]) =>
      [0, 1, 2].map((n) => samplePaper({ id: `2611.0000${first + n}`, announced, authors: names }));
    sample.commit({ papers: day('2026-11-02', 1, by('Ada Berg', 'Bo Chen')) });
    const before = (await sample.open()).authorShelves();
    sample.commit({ papers: day('2026-11-03', 5, by('Bo Chen')) });
    const after = (await sample.open()).authorShelves();
    expect(after.map(({ shelf }) => shelf)).toEqual(['ada', 'bo']);
    expect(after[0]?.key).toBe(before[0]?.key);
    expect(after[1]?.key).not.toBe(before[1]?.key);
    expect((await sample.openCold()).authorShelves()).toEqual(after);
  });

  it('reads a damaged note anew', async () => {
    using sample = new SampleArchive();
    sample.commit({
      papers: [1, 2, 3].map((n) =>
        samplePaper({ id: `2611.0000${n}`, announced: '2026-11-02', authors: by('Ada Berg') }),
      ),
    });
    const good = (await sample.open()).authorShelves();
    writeFileSync(join(sample.cacheDir, 'authors.json'), '{"key":');
    expect((await sample.open()).authorShelves()).toEqual(good);
  });
});
