import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanOfWeek, weekOf } from './iso-week.ts';

describe('weekOf', () => {
  it.each([
    ['2026-11-16', '2026-W47'],
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2026-01-01', '2026-W01'],
    ['2027-01-01', '2026-W53'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
  ])('puts %s into %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
  });
});

describe('spanOfWeek', () => {
  it('gives Monday and Sunday', () => {
    expect(spanOfWeek('2026-W47')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(spanOfWeek('2026-W53')).toEqual({ from: '2026-12-28', to: '2027-01-03' });
  });

  it('holds every day that weekOf puts into the week', () => {
    const days = fc
      .integer({ min: Date.UTC(1991, 0, 1), max: Date.UTC(2100, 0, 1) })
      .map((ms) => new Date(ms).toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (day) => {
        const { from, to } = spanOfWeek(weekOf(day));
        expect(from <= day && day <= to).toBe(true);
      }),
    );
  });
});
