import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SampleArchive } from '../../../tests/archive/sample-archive.ts';
import { samplePaper } from '../../../tests/archive/sample-papers.ts';
import type { Author } from '../../paper.ts';
import type { Archive } from '../archive.ts';

const by = (...names: string[]): Author[] => names.map((name) => ({ name }));

const threeBy = (announced: string, first: number, authors: Author[]) =>
  [0, 1, 2].map((n) => samplePaper({ id: `2611.0000${first + n}`, announced, authors }));

/** Every page of authors with all that it shows. */
const shown = ({ authors }: Archive) =>
  authors.list().map((shelf) => ({ ...shelf, authors: authors.on(shelf.shelf) }));

describe('authors', () => {
  it('have a place with three papers, whatever the marks and dots of their names', async () => {
    using sample = new SampleArchive();
    sample.commit({
      papers: [
        samplePaper({ id: '2611.00001', announced: '2026-11-02', authors: by('Łuka Ek', 'Al B') }),
        samplePaper({ id: '2611.00002', announced: '2026-11-03', authors: by('Luka Ek', 'Al B') }),
        samplePaper({ id: '2611.00003', announced: '2026-11-03', authors: by('Luka Ek') }),
      ],
    });
    expect(shown(await sample.open())).toMatchObject([
      {
        shelf: 'luk',
        names: 1,
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

  it('are given one paper for two names that fold alike', async () => {
    using sample = new SampleArchive();
    const twice = by('Wei Li', 'Wei Lì');
    sample.commit({
      papers: ['2611.00001', '2611.00002'].map((id) =>
        samplePaper({ id, announced: '2026-11-02', authors: twice }),
      ),
    });
    expect(shown(await sample.open())).toEqual([]);
  });

  it('keep the key of their page on a day that does not touch it, and of no other', async () => {
    using sample = new SampleArchive();
    sample.commit({ papers: threeBy('2026-11-02', 1, by('Ada Berg', 'Bo Chen')) });
    const before = shown(await sample.open());
    sample.commit({ papers: threeBy('2026-11-03', 5, by('Bo Chen')) });
    const after = shown(await sample.open());
    expect(after.map(({ shelf }) => shelf)).toEqual(['ada', 'bo']);
    expect(after[0]?.key).toBe(before[0]?.key);
    expect(after[1]?.key).not.toBe(before[1]?.key);
    expect(shown(await sample.openCold())).toEqual(after);
  });

  it('leave a paper that names them no more, and take its new title with them', async () => {
    using sample = new SampleArchive();
    const papers = threeBy('2026-11-02', 1, by('Ada Berg', 'Bo Chen'));
    const [first] = papers;
    sample.commit({ papers });
    await sample.open();
    if (first) sample.commit({ papers: [{ ...first, title: 'Anew', authors: by('Ada Berg') }] });
    const after = shown(await sample.open());
    expect(after.map(({ shelf }) => shelf)).toEqual(['ada']);
    expect(after[0]?.authors[0]?.papers.at(-1)?.title).toBe('Anew');
    expect(shown(await sample.openCold())).toEqual(after);
  });

  it('follow a paper to another day', async () => {
    using sample = new SampleArchive();
    const papers = threeBy('2026-11-02', 1, by('Ada Berg'));
    sample.commit({ papers });
    await sample.open();
    sample.commit({
      papers: papers.slice(0, 1).map((one) => ({ ...one, announced: '2026-11-04' })),
    });
    const after = shown(await sample.open());
    expect(after[0]?.authors[0]?.papers[0]).toMatchObject({ id: '2611.00001', date: '2026-11-04' });
    expect(after[0]?.authors[0]?.papers).toHaveLength(3);
    expect(shown(await sample.openCold())).toEqual(after);
  });

  it('are named with most papers of late first; of equals, who has more in all', async () => {
    using sample = new SampleArchive();
    sample.commit({
      papers: [
        ...threeBy('2026-10-01', 1, by('Old Hand')),
        ...threeBy('2026-11-02', 4, by('Ada Berg', 'Bo Chen', 'Old Hand')),
        samplePaper({ id: '2611.00009', announced: '2026-11-03', authors: by('Bo Chen') }),
      ],
    });
    const { authors } = await sample.open();
    const names = (most: number) =>
      authors.active('2026-11-01', most).map(({ name, recent }) => `${name} ${recent}`);
    expect(names(9)).toEqual(['Bo Chen 4', 'Old Hand 3', 'Ada Berg 3']);
    expect(names(2)).toEqual(['Bo Chen 4', 'Old Hand 3']);
    expect(authors.active('2026-11-04', 9)).toEqual([]);
  });

  it.each(['index.json', 'shelves.ndjson', 'days'])(
    'are gathered again where %s in the cache is cut short or gone',
    async (name) => {
      using sample = new SampleArchive();
      sample.commit({ papers: threeBy('2026-11-02', 1, by('Ada Berg', 'Bo Chen')) });
      const good = shown(await sample.open());
      const place = join(sample.cacheDir, 'authors', name);
      const files = name === 'days' ? readdirSync(place).map((file) => join(place, file)) : [place];
      for (const file of files) writeFileSync(file, '{"key":');
      expect(shown(await sample.open())).toEqual(good);
      for (const file of files) rmSync(file, { force: true });
      sample.commit({ papers: threeBy('2026-11-03', 5, by('Bo Chen')) });
      expect(shown(await sample.open())).toEqual(shown(await sample.openCold()));
    },
  );

  it('are gathered again where a letter of them in the cache is another', async () => {
    using sample = new SampleArchive();
    sample.commit({ papers: threeBy('2026-11-02', 1, by('Ada Berg', 'Bo Chen')) });
    const good = shown(await sample.open());
    const file = join(sample.cacheDir, 'authors/shelves.ndjson');
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.replace('Bo Chen', 'Bo Chem'));
    expect(shown(await sample.open())).toEqual(good);
    expect(readFileSync(file, 'utf8')).toBe(whole);
  });

  describe('of an archive that is not small', () => {
    const large = { smallArchive: 3 };
    const open = (sample: SampleArchive): Promise<Archive> => sample.open(sample.config, large);
    const cold = async (sample: SampleArchive) =>
      shown(await sample.openCold(sample.config, large));
    const october = () => threeBy('2026-10-29', 1, by('Ada Berg', 'Bo Chen'));

    it('stand there to the end of the month before, and a day changes no page of them', async () => {
      using sample = new SampleArchive();
      sample.commit({ papers: [...october(), ...threeBy('2026-11-02', 4, by('Ada Berg'))] });
      const before = shown(await open(sample));
      expect(before[0]?.authors[0]?.papers).toHaveLength(3);
      sample.commit({ papers: threeBy('2026-11-03', 7, by('Bo Chen', 'Cy Diaz')) });
      const archive = await open(sample);
      expect(archive.authors.to()).toBe('2026-10-31');
      expect(shown(archive)).toEqual(before);
      expect(archive.authors.active('2026-10-01', 9).map(({ recent }) => recent)).toEqual([3, 3]);
      expect(await cold(sample)).toEqual(before);
    });

    it('gain a month on the first day after it, and every page says to which day it reaches', async () => {
      using sample = new SampleArchive();
      sample.commit({ papers: [...october(), ...threeBy('2026-11-02', 5, by('Ada Berg'))] });
      const before = shown(await open(sample));
      sample.commit({
        papers: [samplePaper({ id: '2612.00001', announced: '2026-12-01', authors: [] })],
      });
      const archive = await open(sample);
      expect(archive.authors.to()).toBe('2026-11-30');
      const after = shown(archive);
      expect(after.map(({ authors }) => authors[0]?.papers.length)).toEqual([6, 3]);
      expect(after.map(({ key }) => key)).not.toContain(before[1]?.key);
      expect(await cold(sample)).toEqual(after);
    });

    it('keep titles and names as they were at its end when a paper is replaced', async () => {
      using sample = new SampleArchive();
      const papers = october();
      const [first] = papers;
      if (!first) throw new Error('no paper');
      sample.commit({ papers: [...papers, ...threeBy('2026-11-02', 5, [])] });
      const before = shown(await open(sample));
      const { updated, title, authors } = first;
      const history = [{ version: 1, updated, replaced: '2026-11-03', title, authors }];
      const anew = { ...first, version: 2, title: 'Anew', authors: by('Ada Berg'), history };
      sample.commit({ papers: [anew] });
      expect(shown(await open(sample))).toEqual(before);
      expect(await cold(sample)).toEqual(before);
      // Asked once more, nothing has to be read again.
      expect(shown(await open(sample))).toEqual(before);
      sample.commit({
        papers: [samplePaper({ id: '2612.00001', announced: '2026-12-01', authors: [] })],
      });
      expect((await cold(sample)).map(({ shelf }) => shelf)).toEqual(['ada']);
    });

    it('are all there when everything was announced in one month', async () => {
      using sample = new SampleArchive();
      sample.commit({ papers: [...october(), ...threeBy('2026-10-30', 5, by('Ada Berg'))] });
      const archive = await open(sample);
      expect(archive.authors.to()).toBeNull();
      expect(shown(archive)[0]?.authors[0]?.papers).toHaveLength(6);
    });
  });
});
