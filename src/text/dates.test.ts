import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, formatInstant, isDay, isInstant, parseInstant } from './dates.ts';

describe('parseInstant', () => {
  it.each([
    ['2026-11-23T18:04:11Z', '2026-11-23T18:04:11Z'],
    ['2025-08-20T04:00:19.866337+00:00', '2025-08-20T04:00:19Z'],
    ['2025-08-20T00:00:00-04:00', '2025-08-20T04:00:00Z'],
    ['2026-11-23 10:00:00 +0800', '2026-11-23T02:00:00Z'],
    ['2026-11-23 10:00', '2026-11-23T10:00:00Z'],
    ['2026-11-23', '2026-11-23T00:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2026-12-31T23:59:60Z', '2026-12-31T23:59:59Z'],
    ['2026-12-31T23:30:00-01:00', '2027-01-01T00:30:00Z'],
    ['Mon, 22 Oct 2018 22:41:50 GMT', '2018-10-22T22:41:50Z'],
    ['Mon, 22 Oct 2018 22:41:50 +0530', '2018-10-22T17:11:50Z'],
    ['Tue, 3 Nov 26 9:05 EST', '2026-11-03T14:05:00Z'],
    ['3 November 2026 09:05:00 PDT', '2026-11-03T16:05:00Z'],
    ['Tuesday, 03-Nov-26 08:49:37 GMT', '2026-11-03T08:49:37Z'],
    ['Tue, 03 Nov 2026 09:05:00 -0000', '2026-11-03T09:05:00Z'],
    ['Tue, 03 Nov 2026 09:05:00 +0800 (CST)', '2026-11-03T01:05:00Z'],
    ['Tue, 03 Nov 2026 09:05:00 GMT+08:00', '2026-11-03T01:05:00Z'],
    ['Tue, 03 Nov 2026 09:05:00', '2026-11-03T09:05:00Z'],
    ['  2026-11-23T18:04:11Z \n', '2026-11-23T18:04:11Z'],
  ])('%s → %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it.each([
    '', 'yesterday', 'Mon Nov 23', '2026', '2026-11', '20261123', '1795000000', '2026-13-01', '2026-00-10', '2026-02-29',
    '2026-02-30', '2026-04-31T00:00:00Z', '2026-11-23T24:00:00Z', '2026-11-23T10:60:00Z', '2026-11-23T10:00:61Z',
    '2026-11-23T10:00:00+15:00', '2026-11-23T10:00:00+08:60', '1989-12-31', '0001-01-01', '9999-99-99',
    'Mon, 32 Oct 2018 22:41:50 GMT', 'Mon, 22 Foo 2018 22:41:50 GMT', 'Mon, 22 Oct 2018 22:41:50 XYZ',
    'Mon, 22 Oct 2018', '2026-11-23T10:00:00Z; rm', '２０２６-11-23',
  ])('%j is no date', (text) => {
    expect(parseInstant(text)).toBeNull();
  }); // prettier-ignore

  const instants = fc.date({
    min: new Date('1990-01-02'),
    max: new Date('2199-12-30'),
    noInvalidDate: true,
  });

  it('reads back every instant it can write, in our form and in RFC 822', () => {
    fc.assert(
      fc.property(instants, (date) => {
        const instant = formatInstant(date.getTime());
        expect(isInstant(instant)).toBe(true);
        expect(parseInstant(instant)).toBe(instant);
        expect(parseInstant(date.toUTCString())).toBe(instant);
        expect(isDay(dayOf(instant))).toBe(true);
      }),
    );
  });

  it('a zone moves the clock and not the instant', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -14 * 60, max: 14 * 60 }), (date, offset) => {
        const local = formatInstant(date.getTime() + offset * 60_000).slice(0, 19);
        const two = (n: number) => String(Math.trunc(Math.abs(n))).padStart(2, '0');
        const zone = `${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
        expect(parseInstant(local + zone)).toBe(formatInstant(date.getTime()));
      }),
    );
  });

  it('never throws; gives an instant or null', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)),
        (text) => {
          const instant = parseInstant(text);
          expect(instant ?? '2026-01-01T00:00:00Z').toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
        },
      ),
    );
  });
});

it('isInstant and isDay take our own forms only', () => {
  expect(isInstant('2026-11-23T18:04:11+00:00')).toBe(false);
  expect(isInstant('2026-11-23T18:04:60Z')).toBe(false);
  expect(isDay('2026-02-29')).toBe(false);
  expect(isDay('2026-2-9')).toBe(false);
  expect(isDay('2026-11-23T00:00:00Z')).toBe(false);
});
