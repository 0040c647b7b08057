import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HttpFailure } from './http-failure.ts';
import { patienceBudgetMs, planAfter } from './patience.ts';

const failure = (again: 'backoff' | 'brief' | 'never', retryAfterMs?: number) =>
  new HttpFailure({
    method: 'GET',
    url: 'https://example.org/',
    kind: 'throttled',
    what: '503',
    again,
    ...(retryAfterMs ? { retryAfterMs } : {}),
  });

const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it('every wait of a back-off is from 15 to 240 s, and grows until then', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), unit, unit, (tried, random, later) => {
      const wait = (n: number, r: number) => {
        const plan = planAfter(failure('backoff'), n, 99, 3000, Infinity, r);
        return plan.again ? plan.waitMs : NaN;
      };
      expect(wait(tried, random)).toBeGreaterThanOrEqual(15_000);
      expect(wait(tried, random)).toBeLessThanOrEqual(240_000);
      expect(wait(tried + 1, later)).toBeGreaterThanOrEqual(Math.min(240_000, wait(tried, random)));
    }),
  );
});

it('never waits less than the server asks, nor longer than the budget has left, and ends', () => {
  fc.assert(
    fc.property(
      fc.nat(2_000_000),
      fc.nat(900_000),
      unit,
      fc.constantFrom(0, 3, 3000, 6000),
      (asked, left, random, interval) => {
        let rest = left;
        let tries = 0;
        for (let tried = 1; ; tried += 1) {
          const plan = planAfter(failure('backoff', asked), tried, 5, interval, rest, random);
          tries += 1;
          if (!plan.again) break;
          expect(plan.waitMs).toBeGreaterThanOrEqual((asked * interval) / 3000);
          expect(plan.waitMs).toBeLessThanOrEqual(rest);
          rest -= plan.waitMs;
        }
        expect(tries).toBeLessThanOrEqual(5);
      },
    ),
  );
});

it('what would fail again the same way is not tried again', () => {
  expect(planAfter(failure('never', 1), 1, 5, 3000, 900_000, 0)).toEqual({
    again: false,
    why: null,
  });
});

it('waits for a connection briefly and three times at most', () => {
  const plans = [1, 2, 3].map((tried) => planAfter(failure('brief'), tried, 5, 3000, 900_000, 0.5));
  expect(plans).toEqual([
    { again: true, waitMs: 3000, try: 2, tries: 3 },
    { again: true, waitMs: 6000, try: 3, tries: 3 },
    { again: false, why: null },
  ]);
});

it('the budget scales with the interval', () => {
  expect(patienceBudgetMs(3000)).toBe(900_000);
  expect(patienceBudgetMs(3)).toBe(900);
});
