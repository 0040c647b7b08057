import { describe, expect, it } from 'vitest';
import type { FetchedPaper, Paper } from '../../paper.ts';
import { dateSightings } from './date-sightings.ts';
import type { Sighting } from './sighting.ts';

const fetched = (more: Partial<FetchedPaper> = {}): FetchedPaper => ({
  id: '2505.01234',
  version: 1,
  from: 'api',
  title: 'A gripper that waits',
  abstract: 'We wait.',
  authors: [{ name: 'Ada Example' }],
  categories: ['cs.RO'],
  primary_category: 'cs.RO',
  // 17:00 US Eastern on a Thursday: after the cut-off, so in the mailing of Sunday evening
  submitted: '2025-05-01T21:00:00Z',
  updated: '2025-05-01T21:00:00Z',
  comment: null,
  journal_ref: null,
  doi: null,
  ...more,
});

/** As a list of facts knows it: the day of submission, not its time. */
const known = (more: Partial<Paper> = {}): Paper => ({
  ...fetched(),
  abstract: null,
  submitted: '2025-05-01T00:00:00Z',
  announced: '2025-05-01',
  announced_from: 'derived',
  first_seen: '2026-11-24',
  provisional: true,
  links: [],
  history: [],
  ...more,
});

const dated = (sighting: Partial<Sighting>) =>
  dateSightings(
    [{ id: '2505.01234', item: null, fetched: fetched(), known: known(), ...sighting }],
    null,
    [],
    ['cs.RO'],
  ).get('2505.01234');

describe('the announcement date of a paper that is known already', () => {
  it('is derived anew when its true submission instant comes only now', () => {
    expect(dated({})).toEqual({ day: '2025-05-05', from: 'derived' });
  });

  it('stays when a feed stated it', () => {
    expect(dated({ known: known({ announced_from: 'feed' }) })).toBeUndefined();
  });

  it('stays when the paper was complete', () => {
    const { provisional: _provisional, ...complete } = known();
    expect(dated({ known: complete })).toBeUndefined();
  });

  it('stays when a feed alone tells of it', () => {
    expect(dated({ fetched: fetched({ from: 'feed' }) })).toBeUndefined();
    expect(dated({ fetched: null })).toBeUndefined();
  });
});
