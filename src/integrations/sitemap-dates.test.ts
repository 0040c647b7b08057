import { describe, expect, it } from 'vitest';
import { SampleArchive } from '../../tests/archive/sample-archive.ts';
import { samplePaper } from '../../tests/archive/sample-papers.ts';
import { lastModified } from './sitemap-dates.ts';

const address = { site: 'https://example.org', base: '/daily/', from: 'test' };
const dateOf = async (path: string): Promise<string | undefined> => {
  using sample = new SampleArchive();
  const history = [{ version: 1, updated: null, replaced: '2026-11-23' }];
  sample.commit({
    papers: [
      samplePaper({ id: '2610.00001', announced: '2026-10-29', version: 2, history }),
      samplePaper({ id: '2610.00002', announced: '2026-10-30' }),
      samplePaper({ id: '2611.00001', announced: '2026-11-20' }),
    ],
  });
  const date = lastModified(await sample.open(), address);
  return date({ url: `${address.site}${address.base}${path}` }).lastmod;
};

describe('lastModified', () => {
  it.each([
    ['days/2026-10-30/', '2026-10-30'],
    ['days/2026-10-29/', '2026-11-23'],
    ['months/2026-10/', '2026-11-23'],
    ['topics/grasping/2026-11/', '2026-11-20'],
    ['', '2026-11-23'],
  ])('dates %j by the newest paper or replacement it shows', async (path, date) => {
    expect(await dateOf(path)).toBe(date);
  });

  it('leaves out the date of a day that the archive does not know', async () => {
    expect(await dateOf('news/2020-01/')).toBeUndefined();
  });
});
