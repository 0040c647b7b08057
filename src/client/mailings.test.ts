import { describe, expect, it } from 'vitest';
import { listingsMissing, nextMailing } from './mailings.ts';

const next = (now: string) => nextMailing(new Date(now)).toISOString();

describe('nextMailing', () => {
  it('is 20:00 US Eastern, in winter and in summer', () => {
    expect(next('2026-11-24T12:00:00Z')).toBe('2026-11-25T01:00:00.000Z');
    expect(next('2026-07-07T12:00:00Z')).toBe('2026-07-08T00:00:00.000Z');
  });

  it('leaves out Friday and Saturday evenings', () => {
    expect(next('2026-11-27T12:00:00Z')).toBe('2026-11-30T01:00:00.000Z');
  });

  it('is the one after when the hour has struck', () => {
    expect(next('2026-11-25T01:00:00Z')).toBe('2026-11-26T01:00:00.000Z');
  });

  it('follows the clock over the change to winter time', () => {
    expect(next('2026-11-01T12:00:00Z')).toBe('2026-11-02T01:00:00.000Z');
  });
});

describe('listingsMissing', () => {
  const missing = (newest: string, now: string) => listingsMissing(newest, new Date(now));

  it('misses nothing before noon of the next listing', () => {
    expect(missing('2026-11-24', '2026-11-25T16:00:00Z')).toBe(0);
    expect(missing('2026-11-24', '2026-11-25T18:00:00Z')).toBe(1);
  });

  it('expects nothing at the weekend', () => {
    expect(missing('2026-11-27', '2026-11-29T23:00:00Z')).toBe(0);
    expect(missing('2026-11-27', '2026-11-30T18:00:00Z')).toBe(1);
  });

  it('counts listings, not days', () => {
    expect(missing('2026-11-20', '2026-12-01T18:00:00Z')).toBe(7);
  });

  it('takes a date in the future for fresh', () => {
    expect(missing('2027-01-01', '2026-11-24T18:00:00Z')).toBe(0);
  });
});
