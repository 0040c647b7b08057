import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SampleArchive } from '../../../tests/archive/sample-archive.ts';
import { sampleConfig } from '../../../tests/archive/sample-config.ts';
import { samplePaper } from '../../../tests/archive/sample-papers.ts';
import { addDays } from '../../calendar/eastern-time.ts';
import { isListingDay } from '../../calendar/calendar.ts';
import type { Trends } from '../../query/trends/types.ts';
import { controlsOf, firstChoice, groupsOf } from './choices.ts';
import { CHARTS } from './plot.ts';
import { plotOf } from './plot-of.ts';
import { plotCsv, renderTable } from './render-table.ts';

const config = sampleConfig();
config.groups = [
  { id: 'hands', name: { en: 'Hands', zh: '手' } },
  { id: 'legs', name: { en: 'Legs', zh: '足' } },
];
for (const topic of config.topics) topic.group = topic.id === 'legged' ? 'legs' : 'hands';

/** Two papers an announcement from 28 September to 24 November 2026: one grasps, every other one walks. */
function papersOfAutumn() {
  const papers = [];
  let n = 0;
  for (let day = '2026-09-28'; day <= '2026-11-24'; day = addDays(day, 1)) {
    if (!isListingDay(day)) continue;
    n += 1;
    const id = (k: number) => `26${day.slice(5, 7)}.${String(n * 10 + k).padStart(5, '0')}`;
    papers.push(samplePaper({ id: id(1), announced: day, title: '=1+1 grasps', abstract: null }));
    papers.push(
      samplePaper({
        id: id(2),
        announced: day,
        title: n % 2 === 0 ? 'A quadruped' : 'A robot arm',
        abstract: null,
        primary_category: 'cs.CV',
        categories: ['cs.CV', 'cs.RO'],
        comment: 'Accepted to CoRL 2026',
      }),
    );
  }
  return papers;
}

describe('the charts', () => {
  const sample = new SampleArchive(config);
  let trends: Trends;
  beforeAll(async () => {
    sample.commit({ papers: papersOfAutumn() });
    trends = (await sample.open()).trends();
  });
  afterAll(() => sample[Symbol.dispose]());

  const plot = (chart: (typeof CHARTS)[number], choice: object = {}, lang: 'en' | 'zh' = 'en') =>
    plotOf(trends, chart, { ...firstChoice(chart, groupsOf(trends, lang)), ...choice }, lang);

  it('show a steady field as level: neither Thanksgiving week nor the running week is a dip', () => {
    const { rows, columns } = plot('papers', { unit: 'week', measure: 'each' });
    expect(columns.map(({ name }) => name)).toEqual(['Hands', 'Legs', 'No topic']);
    expect(new Set(rows.map(({ values }) => values[0]))).toEqual(new Set([1]));
    expect(rows.at(-1)).toMatchObject({ id: '2026-11-23', partial: true, notes: ['2 of 4', '4'] });
    expect(rows.at(-2)).toMatchObject({ partial: false, notes: ['5', '10'] });
  });

  it('count every paper of the record once by category, and shares add up to 100', () => {
    const counts = plot('categories', { unit: 'month', measure: 'count' }).rows;
    const total = counts
      .flatMap(({ values }) => values)
      .reduce<number>((sum, n) => sum + (n ?? 0), 0);
    expect(total).toBe(trends.papers.month.reduce((sum, n) => sum + n, 0));
    for (const { values } of plot('papers', { measure: 'share' }).rows)
      expect(values.reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBeCloseTo(100, 0);
  });

  it('leave out days without an announcement and show what is unknown as nothing', () => {
    const days = plot('papers', { unit: 'day', measure: 'count' }).rows.map(({ label }) => label);
    expect(days.every((day) => isListingDay(day))).toBe(true);
    expect(days.at(-1)).toBe('2026-11-24');
  });

  it.each([
    [7, [5, 5]],
    [30, [22, 20]],
  ])('compare the last %i days with as many before', (span, values) => {
    const grasping = plot('activity', { span }).rows.find(({ id }) => id === 'grasping');
    expect(grasping).toMatchObject({ values, notes: [expect.stringContaining('within chance')] });
  });

  it('say so when the spans cannot be compared, and name no growth', async () => {
    using young = new SampleArchive(config);
    young.commit({ papers: [samplePaper({ id: '2611.00001', announced: '2026-11-24' })] });
    const few = (await young.open()).trends();
    expect(
      plotOf(few, 'activity', firstChoice('activity', groupsOf(few, 'en')), 'en').rows[0],
    ).toMatchObject({
      values: [1, 0],
    });
    expect(few.comparisons.map(({ comparable }) => comparable)).toEqual([false, false]);
    expect(
      plotOf(few, 'phrases', firstChoice('phrases', groupsOf(few, 'en')), 'en').summary,
    ).toContain('does not hold');
  });

  it.each(CHARTS)(
    '%s: table and CSV hold the numbers that are drawn, in both languages',
    (chart) => {
      for (const lang of ['en', 'zh'] as const) {
        const shown = plot(chart, {}, lang);
        expect(shown.summary).not.toMatch(/[{}]|undefined|NaN/);
        const table = renderTable(shown, lang).source;
        expect(table.match(/<tr>/g)?.length).toBe(shown.rows.length + 1);
        const csv = plotCsv(shown).trimEnd().split('\r\n');
        expect(csv).toHaveLength(shown.rows.length + 1);
        for (const { values, notes } of shown.rows) {
          expect(values).toHaveLength(shown.columns.length);
          expect(notes).toHaveLength(shown.noteHeads.length);
        }
      }
    },
  );

  it('offer no choice that shows nothing', () => {
    const groups = groupsOf(trends, 'en');
    for (const chart of CHARTS)
      for (const { name, options } of controlsOf(chart, trends, groups, 'en'))
        for (const { value } of options) {
          const chosen = name === 'span' ? Number(value) : value;
          expect([chart, name, value, plot(chart, { [name]: chosen }).rows.length > 0]).toEqual([
            chart,
            name,
            value,
            true,
          ]);
        }
  });

  it('agree with the statistics of the archive', async () => {
    const archive = await sample.open();
    const stats = archive.stats();
    expect(trends.papers.month.reduce((sum, n) => sum + n, 0)).toBe(stats.total);
    const total = (id: string) =>
      trends.series
        .find((one) => one.kind === 'topic' && one.id === id)
        ?.month.reduce((sum, n) => sum + n, 0) ?? 0;
    for (const [id, n] of Object.entries(stats.stats)) expect([id, total(id)]).toEqual([id, n]);
    const [week] = trends.activity.find(({ topic }) => topic === 'grasping')?.changes ?? [];
    const days = archive
      .topicDays('2026-11-18', '2026-11-24')
      .filter(({ topic }) => topic === 'grasping');
    expect(week?.change.recent).toBe(days.reduce((sum, { count }) => sum + count, 0));
  });

  it('are the same from what an earlier build kept as from nothing', async () => {
    using grown = new SampleArchive(config);
    for (const paper of papersOfAutumn()) {
      if (paper.announced.endsWith('-28') || paper.announced.endsWith('-24')) {
        grown.commit({ papers: [paper] });
        (await grown.open()).trends();
      }
    }
    grown.commit({ papers: papersOfAutumn() });
    expect((await grown.open()).trends()).toEqual((await grown.openCold()).trends());
  });
});
