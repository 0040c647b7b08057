import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../config/parse-config.ts';
import { formatMemory, parseMemory, type ArxivMemory } from './memory.ts';
import { nextMemory, whatIsDue } from './what-is-due.ts';

const { arxiv } = parseConfig(
  `
site: { title: T }
arxiv: { categories: { cs.RO: all } }
topics: [{ id: t, name: T, group: g, include: [gait] }]
groups: [{ id: g, name: G }]
`,
  'config.yaml',
);
const now = '2026-11-24T06:17:00Z';
const never = parseMemory(undefined);

/** A daily run of yesterday; both weekly tasks are some days old. */
const daily: ArxivMemory = {
  covered: '2026-11-23T06:17:00Z',
  revised: '2026-11-22T18:00:00Z',
  wide: '2026-11-20',
  reconciled: '2026-11-21',
  completed: '2026-11-20',
};

describe('what is due', () => {
  it('on the first run: the first days, no weekly task, the whole archive searched', () => {
    expect(whatIsDue(never, arxiv, now)).toEqual({
      lastSuccess: null,
      lookbackDays: 8,
      revisionCursor: '2026-11-16T00:00:00Z',
      isWide: false,
      reconcileFrom: null,
      searchArchive: true,
    });
  });

  it('on a normal day: eight days, and nothing weekly', () => {
    expect(whatIsDue(daily, arxiv, now)).toEqual({
      lastSuccess: daily.covered,
      lookbackDays: 8,
      revisionCursor: daily.revised,
      isWide: false,
      reconcileFrom: null,
      searchArchive: false,
    });
  });

  it('once a week: 35 days, and on another day the changes since the last reconciliation', () => {
    const week = { ...daily, wide: '2026-11-17', reconciled: '2026-11-17' };
    expect(whatIsDue(week, arxiv, now)).toMatchObject({
      isWide: true,
      lookbackDays: 35,
      reconcileFrom: null,
    });
    const afterwards = { ...week, wide: '2026-11-24' };
    expect(whatIsDue(afterwards, arxiv, now)).toMatchObject({ isWide: false, reconcileFrom: null });
    expect(whatIsDue(afterwards, arxiv, '2026-11-25T06:17:00Z')).toMatchObject({
      reconcileFrom: '2026-11-15',
    });
  });

  it('after a gap: back to the last success, and not further than the days of catching up', () => {
    const gone = (covered: string) => whatIsDue({ ...daily, covered }, arxiv, now).lastSuccess;
    expect(gone('2026-11-11T06:17:00Z')).toBe('2026-11-11T06:17:00Z');
    expect(gone('2026-09-01T06:17:00Z')).toBe('2026-11-10T00:00:00Z');
  });
});

describe('the memory of a run', () => {
  const due = whatIsDue(daily, arxiv, now);

  it('moves when all was got, and the cursor of revisions only forward', () => {
    const got = { complete: true, idsRead: true, newestRevision: '2026-11-20T00:00:00Z' };
    expect(nextMemory(daily, due, got, now)).toEqual({ ...daily, covered: now });
    const newer = { complete: true, idsRead: true, newestRevision: '2026-11-23T20:00:00Z' };
    expect(nextMemory(daily, due, newer, now).revised).toBe('2026-11-23T20:00:00Z');
  });

  it('stays when something is missing, so that the next run asks again', () => {
    const got = { complete: false, idsRead: false, newestRevision: '2026-11-23T20:00:00Z' };
    expect(nextMemory(daily, due, got, now)).toBe(daily);
  });

  it('a search of the archive for papers without metadata counts once the API has answered for them', () => {
    const searching = { ...due, searchArchive: true };
    const got = { complete: true, newestRevision: null };
    const next = (idsRead: boolean) => nextMemory(daily, searching, { ...got, idsRead }, now);
    expect(next(false).completed).toBe(daily.completed);
    expect(next(true).completed).toBe('2026-11-24');
  });

  it('survives the manifest, and what cannot be read counts as never', () => {
    expect(parseMemory(formatMemory(daily))).toEqual(daily);
    expect(parseMemory(formatMemory(never))).toEqual(never);
    expect(parseMemory('covered=yesterday wide=2026-11-20 other=1').covered).toBeNull();
    expect(parseMemory('covered=yesterday wide=2026-11-20').wide).toBe('2026-11-20');
  });
});
