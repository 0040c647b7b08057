import fc from 'fast-check';
import { expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const NOW = Date.parse('2026-11-23T06:17:00Z');

it.each([
  ['120', {}, 120_000],
  [' 7 ', {}, 7000],
  ['0', {}, null],
  ['-5', {}, null],
  ['1.5', {}, null],
  ['soon', {}, null],
  ['', {}, null],
  ['9999999999999999', {}, null],
  ['Mon, 23 Nov 2026 06:18:00 GMT', {}, 60_000],
  ['Mon, 23 Nov 2026 06:16:00 GMT', {}, null],
  ['Mon, 23 Nov 2026 06:18:00 GMT', { date: 'Mon, 23 Nov 2026 06:17:50 GMT' }, 10_000],
  ['Mon, 23 Nov 2026 06:18:00 GMT', { date: 'no date' }, 60_000],
  ['Nov, 99 Foo', {}, null],
])('%j with %j is %j ms', (value, headers, ms) => {
  expect(retryAfterMs({ 'retry-after': value, ...headers }, NOW)).toBe(ms);
});

it('is null without the header, and for any text a positive number or null', () => {
  expect(retryAfterMs({}, NOW)).toBeNull();
  fc.assert(
    fc.property(fc.string(), fc.string(), (value, date) => {
      const ms = retryAfterMs({ 'retry-after': value, date }, NOW);
      expect(ms === null || ms > 0).toBe(true);
    }),
  );
});
