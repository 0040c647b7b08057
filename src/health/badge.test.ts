import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { badgeOf, badgeSvg } from './badge.ts';

describe('the badge', () => {
  it('says how far the record reaches', () => {
    expect(badgeOf({ state: 'ok', newest_announcement: '2026-11-24' })).toMatchObject({
      schemaVersion: 1,
      message: '2026-11-24',
      isError: false,
    });
  });

  it('is an error when the record is stale, and says so in words', () => {
    const badge = badgeOf({ state: 'stale', newest_announcement: '2026-11-20' });
    expect(badge).toMatchObject({ message: '2026-11-20 · stale', isError: true });
  });

  it('claims nothing before the first run', () => {
    expect(badgeOf({ state: 'empty', newest_announcement: '2025-01-01' }).message).toBe(
      'no run yet',
    );
  });

  it('is drawn as well-formed SVG that names itself', () => {
    const svg = badgeSvg(badgeOf({ state: 'ok', newest_announcement: '2026-11-24' }));
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).toContain('aria-label="papers up to: 2026-11-24"');
  });
});
