import { describe, expect, it } from 'vitest';
import { wellFacts } from '../../tests/health/facts.ts';
import { judgeFreshness } from './judge-freshness.ts';
import { recordHealth } from './record-health.ts';
import { statusSchema } from './status-schema.ts';
import { lastRunOf, statusOf } from './status.ts';

const facts = wellFacts();
const status = statusOf({
  health: recordHealth(facts),
  asOf: lastRunOf(facts.manifest, facts.receipts),
  receipts: facts.receipts,
  files: { 'papers/2026/2026-11-24.ndjson': { sha256: '0'.repeat(64), bytes: 300, rows: 2 } },
  papers: 2,
  announcementDays: 1,
  version: '0.1.0',
});
const url = 'https://example.org/status.json';
const judge = (text: string, now: string) => judgeFreshness({ url, text }, now);

describe('the published status', () => {
  it('fits its schema, and says of itself until when it is fresh', () => {
    expect(statusSchema.parse(status)).toEqual(status);
    expect(status).toMatchObject({
      state: 'ok',
      as_of: '2026-11-24T06:31:00Z',
      stale_after: '2026-11-25T17:00:00Z',
      announcements: [{ date: '2026-11-24', announced: 173, kept: 160 }, { date: '2026-11-23' }],
      counts: { papers: 2, files: 1, bytes: 300 },
    });
  });

  it('is well until the next mailing should be there', () => {
    expect(judge(JSON.stringify(status), '2026-11-25T16:59:00Z')).toEqual([]);
  });

  it('is stale from then on, with dates and what to look at', () => {
    expect(judge(JSON.stringify(status), '2026-11-26T18:00:00Z')).toMatchObject([
      {
        state: 'stale',
        since: '2026-11-24',
        what: expect.stringMatching(/2026-11-26 should be there \(2 behind\)/),
      },
    ]);
  });

  it.each([
    ['no JSON', '<html>'],
    ['another JSON', '{"status":"ok"}'],
    ['a form of later years', JSON.stringify({ ...status, schema_version: 2 })],
  ])('is a problem when it is %s, not a success', (_, text) => {
    expect(judge(text, '2026-11-24T18:00:00Z')).toMatchObject([{ state: 'unreadable' }]);
  });

  it('is a problem when it cannot be read', () => {
    expect(judgeFreshness({ url, failure: 'HTTP 404' }, '2026-11-24T18:00:00Z')).toMatchObject([
      { state: 'unreachable', remedy: expect.stringContaining('SITE_URL') },
    ]);
  });
});
