import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MarksStore, type MarksStorage } from './marks-store.ts';
import { changeMark, mergeMarks, NO_MARKS, parseMarks, visitNow, type Marks } from './marks.ts';
import { daysSince, topicsSince } from './since.ts';

const HOUR = 3_600_000;
const start = Date.parse('2026-11-20T08:00:00Z');

function storage(): MarksStorage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
  };
}

describe('a visit', () => {
  it('has nothing to tell at first', () => {
    expect(visitNow(undefined, '2026-11-20', start)).toMatchObject({ last: '2026-11-20' });
  });

  it('spans the pages opened within hours, and remembers where the one before ended', () => {
    const friday = visitNow(undefined, '2026-11-20', start);
    const tuesday = visitNow(friday, '2026-11-24', start + 96 * HOUR);
    expect(tuesday).toMatchObject({ last: '2026-11-20', current: '2026-11-24' });
    const again = visitNow(tuesday, '2026-11-24', start + 98 * HOUR);
    expect(again).toMatchObject({ last: '2026-11-20', current: '2026-11-24' });
    const evening = visitNow(again, '2026-11-24', start + 106 * HOUR);
    expect(evening).toMatchObject({ last: '2026-11-24' });
  });

  it('never moves back when an older copy of the page is opened', () => {
    const known = { last: '2026-11-20', current: '2026-11-24', at: start };
    expect(visitNow(known, '2026-11-23', start + HOUR).current).toBe('2026-11-24');
  });

  it('is kept with the marks, survives a change of one, and goes out and in with them', () => {
    const shared = storage();
    const store = new MarksStore(shared, () => start);
    store.visit('2026-11-20');
    store.change('2611.00001', { star: true }, { title: 'A', authors: 'B' });
    const stored = parseMarks(shared.getItem('marks') ?? '');
    expect(stored.visit).toMatchObject({ current: '2026-11-20' });
    expect(stored.papers['2611.00001']).toMatchObject({ star: true });
  });

  it('is taken back', () => {
    let now = start;
    const store = new MarksStore(storage(), () => now);
    store.visit('2026-11-20');
    now += 96 * HOUR;
    const visit = store.visit('2026-11-24');
    if (!visit) throw new Error('no visit');
    store.setVisit({ ...visit, last: '2026-11-24' });
    store.setVisit(visit);
    expect(store.all().visit).toMatchObject({ last: '2026-11-20', current: '2026-11-24' });
  });

  it('merges the same whatever the order', () => {
    const day = fc.constantFrom('2026-11-20', '2026-11-23', '2026-11-24');
    const marks: fc.Arbitrary<Marks> = fc
      .option(fc.record({ last: day, current: day, at: fc.integer({ min: 1, max: 3 }) }))
      .map((visit) => ({ ...NO_MARKS, ...(visit && { visit }) }));
    fc.assert(
      fc.property(marks, marks, marks, (a, b, c) => {
        expect(mergeMarks(a, b)).toEqual(mergeMarks(b, a));
        expect(mergeMarks(mergeMarks(a, b), c)).toEqual(mergeMarks(a, mergeMarks(b, c)));
      }),
    );
  });

  it('that makes no sense is forgotten, and the marks stay', () => {
    const marks = changeMark(
      NO_MARKS,
      '2611.00001',
      { star: true },
      { title: 'A', authors: '' },
      1,
    );
    for (const visit of [null, 'x', { last: 'x', current: '2026-11-20', at: 1 }, { at: -1 }])
      expect(parseMarks(JSON.stringify({ ...marks, visit }))).toEqual(marks);
  });
});

describe('what came since', () => {
  const index = {
    days: [
      { date: '2026-11-24', total: 7 },
      { date: '2026-11-23', total: 0 },
      { date: '2026-11-20', total: 9 },
    ],
  };

  it('is the days after the last one with papers', () => {
    expect(daysSince(index, '2026-11-20')).toEqual([{ date: '2026-11-24', total: 7 }]);
    expect(daysSince(null, '2026-11-20')).toEqual([]);
    expect(daysSince({ days: 'x' }, '2026-11-20')).toEqual([]);
  });

  it('is counted per topic', () => {
    const papers = [
      { announced: '2026-11-24', topics: ['vla', 'hand'] },
      { announced: '2026-11-24', topics: ['vla'] },
      { announced: '2026-11-20', topics: ['hand'] },
      null,
    ];
    expect([...topicsSince(papers, '2026-11-20')]).toEqual([
      ['vla', 2],
      ['hand', 1],
    ]);
  });
});
