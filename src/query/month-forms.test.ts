import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  costOf,
  DAY_FILE_MONTHS,
  SQLITE_MONTHS,
  type MonthForm,
  type MonthSize,
} from './month-costs.ts';
import { planForms } from './month-forms.ts';

const PAPERS = 3_000;
const size = (month: string, papers = PAPERS): MonthSize => ({
  month,
  papers,
  bytes: papers * 2_000,
});

/** Months from 2020-01 on. */
const months = (count: number, papers = PAPERS): MonthSize[] =>
  Array.from({ length: count }, (_, at) =>
    size(`${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`, papers),
  );
const formsOf = (given: MonthSize[], budget = 900e6): MonthForm[] => [
  ...planForms(given, budget).forms.values(),
];

describe('planForms', () => {
  it('leaves every month in full form while there is room, and says until when', () => {
    const plan = planForms(months(14), 900e6);
    expect(new Set(plan.forms.values())).toEqual(new Set(['full']));
    expect(plan.fullFrom).toBe('2020-01');
    expect(plan.fullUntil).toMatch(/^2021-\d\d$/);
    expect(plan.expected).toBeLessThan(plan.limit);
  });

  it('keeps its forecast: months change in the month it named, and not before', () => {
    const all = months(40);
    const { fullUntil } = planForms(all.slice(0, 8), 900e6);
    const changes = all.findIndex((_, at) => formsOf(all.slice(0, at + 1)).includes('lean'));
    expect(all[changes]?.month).toBe(fullUntil);
  });

  it('makes the oldest months lean first, and keeps those of the last year whole', () => {
    const plan = planForms(months(30), 900e6);
    const forms = [...plan.forms.values()];
    expect(forms[0]).not.toBe('full');
    expect(forms.slice(-12)).toEqual(Array(12).fill('full'));
    expect(plan.expected).toBeLessThanOrEqual(plan.limit);
    expect(plan.fullUntil).toBeNull();
    expect(plan.fullFrom).toBe(all(plan.forms).find(([, form]) => form === 'full')?.[0]);
  });

  it('stays within the budget for ten years', () => {
    const plan = planForms(months(120), 900e6);
    expect(plan.expected).toBeLessThanOrEqual(plan.limit);
    expect(new Set(plan.forms.values())).toEqual(new Set(['data', 'lean', 'full']));
  });

  it('keeps the newest month whole even where it alone is too much, and says so', () => {
    const plan = planForms(months(3, 30_000), 50e6);
    expect([...plan.forms.values()]).toEqual(['data', 'data', 'full']);
    expect(plan.expected).toBeGreaterThan(plan.limit);
  });

  it('knows no pace from a month that has not ended', () => {
    expect(planForms(months(1), 900e6).fullUntil).toBeNull();
    expect(planForms([], 900e6)).toMatchObject({ fullFrom: null, fullUntil: null });
  });

  it('keeps the JSON of every day of a small archive, and that of the newest months of a larger one', () => {
    expect(planForms(months(10, 400), 900e6).dayFilesFrom).toBe('2020-01');
    expect(planForms(months(10), 900e6).dayFilesFrom).toBe('2020-05');
    expect(planForms(months(DAY_FILE_MONTHS), 900e6).dayFilesFrom).toBe('2020-01');
    expect(planForms([], 900e6).dayFilesFrom).toBeNull();
  });

  it('counts the JSON of days as a month takes it, and not when it is gone', () => {
    const grown = (count: number): number =>
      planForms(months(count), 900e6).expected - planForms(months(count - 1), 900e6).expected;
    expect(grown(DAY_FILE_MONTHS + 2)).toBeLessThan(grown(DAY_FILE_MONTHS));
  });

  it('keeps every paper of a small archive in SQLite, and the newest twelve months of a larger one', () => {
    expect(planForms(months(30, 130), 900e6).sqliteFrom).toBeNull();
    expect(planForms(months(30), 900e6).sqliteFrom).toBe('2021-07');
    expect(planForms(months(SQLITE_MONTHS), 900e6).sqliteFrom).toBeNull();
    expect(planForms(months(SQLITE_MONTHS + 1), 900e6).sqliteFrom).toBe('2020-02');
    expect(planForms([], 900e6).sqliteFrom).toBeNull();
  });

  it('means the same by a small archive for SQLite as for the JSON of days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 13, max: 60 }),
        fc.integer({ min: 1, max: 800 }),
        (count, papers) => {
          const { dayFilesFrom, sqliteFrom } = planForms(months(count, papers), 900e6);
          expect(sqliteFrom === null).toBe(dayFilesFrom === '2020-01');
        },
      ),
    );
  });

  it('counts the rows of SQLite as a month takes them, and not when they are gone', () => {
    const sized = (from: string | null) =>
      months(14).reduce(
        (sum, month) => sum + costOf(month, 'full', { dayFilesFrom: null, sqliteFrom: from }),
        0,
      );
    const rows = 480 * PAPERS;
    expect(sized(null) - sized('2020-03')).toBeCloseTo(2 * rows);
    const grown = (count: number): number =>
      planForms(months(count), 1200e6).expected - planForms(months(count - 1), 1200e6).expected;
    expect(grown(SQLITE_MONTHS) - grown(SQLITE_MONTHS + 1)).toBeCloseTo(rows);
  });

  it('counts them in every form: a month that gives way keeps its rows while SQLite reaches back to it', () => {
    for (const form of ['full', 'lean', 'data'] as const) {
      const sized = (from: string) =>
        costOf(size('2020-01'), form, { dayFilesFrom: null, sqliteFrom: from });
      expect(sized('2020-01') - sized('2020-02')).toBeCloseTo(480 * PAPERS);
    }
  });

  it('keeps a forecast of more than a year, over which SQLite and the JSON of days move on', () => {
    const all = months(60, 1_500);
    const { fullUntil } = planForms(all.slice(0, 8), 900e6);
    const changes = all.findIndex((_, at) => formsOf(all.slice(0, at + 1)).includes('lean'));
    expect(changes).toBeGreaterThan(24);
    expect(all[changes]?.month).toBe(fullUntil);
  });

  it('names no month as one with files of its days that has no pages of them', () => {
    const { dayFilesFrom, fullFrom } = planForms(months(16, 9_000), 500e6);
    expect(fullFrom).toBe('2021-04');
    expect(dayFilesFrom).toBe(fullFrom);
  });

  it('brings no file of a day and no row of SQLite back as months are added', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 2, maxLength: 60 }),
        (papers) => {
          const given = months(papers.length).map(({ month }, at) => size(month, papers[at]));
          const plans = given.map((_, at) => planForms(given.slice(0, at + 1), 900e6));
          for (const window of ['dayFilesFrom', 'sqliteFrom'] as const) {
            const from = plans.map((plan) => plan[window] ?? '');
            expect(from.filter((month, at) => month < (from[at - 1] ?? ''))).toEqual([]);
          }
        },
      ),
    );
  });

  it('never gives an older month more than a newer one of the same year, nor changes back as time goes on', () => {
    const rank: Record<MonthForm, number> = { data: 0, lean: 1, full: 2 };
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 50, max: 1000 }),
        (papers, budget) => {
          const given = months(papers.length).map(({ month }, at) => size(month, papers[at]));
          const forms = formsOf(given, budget * 1e6).map((form) => rank[form]);
          for (const part of [forms.slice(0, -12), forms.slice(-12)])
            expect(part).toEqual(part.toSorted((a, b) => a - b));
        },
      ),
    );
  });
});

const all = (forms: ReadonlyMap<string, MonthForm>): [string, MonthForm][] => [...forms];
