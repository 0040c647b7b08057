import { describe, expect, it } from 'vitest';
import type { Paper } from '../paper.ts';
import { paperVersions } from './paper-versions.ts';

const paper: Paper = {
  id: '2611.01234',
  version: 3,
  title: 'Third',
  abstract: 'Same',
  authors: [{ name: 'A' }],
  categories: ['cs.RO'],
  primary_category: 'cs.RO',
  submitted: '2026-11-01T00:00:00Z',
  updated: '2026-11-20T00:00:00Z',
  announced: '2026-11-03',
  announced_from: 'feed',
  first_seen: '2026-11-03',
  comment: 'now',
  journal_ref: null,
  doi: null,
  links: [],
  history: [
    { version: 1, updated: '2026-11-01T00:00:00Z', replaced: '2026-11-11', title: 'First' },
    {
      version: 2,
      updated: '2026-11-10T00:00:00Z',
      replaced: '2026-11-21',
      title: 'Second',
      comment: null,
    },
  ],
};

describe('paperVersions', () => {
  it('lists the newest first, each with what it changed', () => {
    const versions = paperVersions(paper);
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(versions[0]?.title).toEqual({ before: 'Second', after: 'Third' });
    expect(versions[0]?.comment).toEqual({ before: '', after: 'now' });
    expect(versions[1]?.title).toEqual({ before: 'First', after: 'Second' });
    expect(versions[2]?.title).toBeUndefined();
  });

  it('takes the value of the next version that recorded one', () => {
    const [first, second] = paper.history;
    if (!first || !second) throw new Error('the fixture has two earlier versions');
    const { title: _, ...untitled } = second;
    const versions = paperVersions({ ...paper, history: [first, untitled] });
    expect(versions[1]?.title).toEqual({ before: 'First', after: 'Third' });
    expect(versions[0]?.title).toBeUndefined();
  });

  it('knows one version of a paper without history', () => {
    expect(paperVersions({ ...paper, version: 1, history: [] })).toHaveLength(1);
  });
});
