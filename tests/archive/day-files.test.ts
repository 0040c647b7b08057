import { afterAll, describe, expect, it } from 'vitest';
import { apiGroups } from '../../src/integrations/api-files.ts';
import { SampleArchive } from './sample-archive.ts';
import { sampleConfig } from './sample-config.ts';
import { samplePaper } from './sample-papers.ts';
import { DAY_FILE_MONTHS } from '../../src/query/month-costs.ts';

const MONTHS = ['03', '04', '05', '06', '07', '08', '09', '10'];
const address = { site: 'https://pulse.example.org', base: '/pulse/', from: 'a test' };

/** Two days a month, of papers so long that few of them are a large archive. */
function papersOf(month: string) {
  return Array.from({ length: 20 }, (_, number) =>
    samplePaper({
      id: `26${month}.${String(number + 1).padStart(5, '0')}`,
      announced: `2026-${month}-${number % 2 === 0 ? '03' : '04'}`,
      abstract: `We study a robot arm. ${'It grasps what is put before it. '.repeat(600)}`,
    }),
  );
}

const sized = (budget: number) => {
  const config = sampleConfig();
  return { ...config, site: { ...config.site, budget_mb: budget } };
};

const written = (archive: Parameters<typeof apiGroups>[0]) =>
  new Map(
    apiGroups(archive, address).flatMap((group) =>
      [...group.files()].map(({ path, render }) => [path, render] as const),
    ),
  );

describe('the JSON of days', () => {
  const sample = new SampleArchive(sized(90));
  sample.commit({ papers: MONTHS.flatMap(papersOf) });
  afterAll(() => sample[Symbol.dispose]());

  it('is kept of the newest months in a large archive, whose months all have their pages', async () => {
    const archive = await sample.openCold();
    expect(new Set(archive.forms().forms.values())).toEqual(new Set(['full']));
    const kept = MONTHS.slice(-DAY_FILE_MONTHS).map((month) => `2026-${month}`);
    const days = archive.days().filter(({ date }) => archive.hasDayFile(date));
    expect([...new Set(days.map(({ date }) => date.slice(0, 7)))].toSorted()).toEqual(kept);
  });

  it('is listed where it is and nowhere else; the brief file of a month stays', async () => {
    const files = written(await sample.openCold());
    const listed: unknown = JSON.parse(String(files.get('api/v1/days.json')?.()));
    const there = [...files.keys()].filter((path) => path.startsWith('api/v1/days/'));
    expect(there).toHaveLength(2 * DAY_FILE_MONTHS);
    expect(listed).toMatchObject({
      total: 20 * MONTHS.length,
      days: there.map((path) => ({ url: `https://pulse.example.org/pulse/${path}` })),
    });
    expect(files.has('api/v1/months/2026-03.json')).toBe(true);
    expect(String(files.get('api/v1/ids/2603.json')?.())).toContain('2026-03-03');
  });

  it('leaves when a month begins', async () => {
    using grown = new SampleArchive(sized(90));
    grown.commit({ papers: MONTHS.flatMap(papersOf) });
    const before = await grown.open();
    expect(before.hasDayFile('2026-05-04')).toBe(true);
    grown.commit({ papers: [samplePaper({ id: '2611.00001', announced: '2026-11-03' })] });
    const after = await grown.open();
    expect(after.hasDayFile('2026-05-04')).toBe(false);
    expect(after.hasDayFile('2026-06-03')).toBe(true);
    expect(written(after).has('api/v1/days/2026-05-04.json')).toBe(false);
  });

  it('is kept of every day while the archive takes little of its budget', async () => {
    const archive = await sample.openCold(sized(900));
    expect(archive.days().every(({ date }) => archive.hasDayFile(date))).toBe(true);
  });
});
