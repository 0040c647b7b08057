/** The parsers and the calendar against real arXiv records kept beside the repository; skipped where they are absent. */
import { describe, expect, it } from 'vitest';
import { hasRealRecords, readRealRecords, sharedData } from '../../tests/real-records.ts';
import { texName } from '../../tests/arxiv-server/tex-names.ts';
import { authorsOf, parseAuthorLine } from './author-line.ts';
import { announcementDay } from '../calendar/calendar.ts';
import { saysWithdrawn } from './withdrawn.ts';

if (!hasRealRecords)
  console.warn(`Skipped: no real records in ${sharedData}; SHARED_DATA names another folder.`);

describe.skipIf(!hasRealRecords)('real records', () => {
  const records = hasRealRecords ? readRealRecords() : [];

  it('an author line in TeX gives the authors that the API lists', () => {
    const different = records.filter(({ authors }) => {
      const tex = authors.map(texName);
      const last = tex.pop() ?? '';
      const line = tex.length > 0 ? `${tex.join(', ')} and ${last}` : last;
      const listed = authors.flatMap((name) => authorsOf(name, []));
      return JSON.stringify(parseAuthorLine(line)) !== JSON.stringify(listed);
    });
    // One name holds a stray backslash; one author's degree is listed as two more authors.
    expect(different.map(({ id }) => id)).toEqual(['2601.15206', '2603.23678']);
  });

  it('a withdrawal is read from each comment that speaks of one', () => {
    const speaking = records.filter(({ comment }) => /withdr/i.test(comment ?? ''));
    expect(speaking.length).toBeGreaterThan(0);
    expect(speaking.filter(({ comment }) => !saysWithdrawn(comment))).toEqual([]);
  });

  /**
   * Ids are given batch by batch, within a batch by submission: a paper with a smaller id is never listed later, but for
   * those that moderation held, which are submitted earlier than their neighbours and derive an earlier day.
   */
  it('derived listing dates follow the ids', () => {
    const modern = records.filter(({ id }) => id >= '2512');
    let latest = '';
    let held = 0;
    for (const { published } of modern) {
      const day = announcementDay(published);
      if (day < latest) held += 1;
      else latest = day;
    }
    expect(modern.length).toBeGreaterThan(10_000);
    expect(held / modern.length).toBeLessThan(0.06);
  });

  it('one batch of ids spans an evening without mailing', () => {
    const listed = (from: string, to: string) =>
      new Set(
        records
          .filter(({ id }) => id >= from && id <= to)
          .map(({ published }) => announcementDay(published)),
      );
    // Submitted from Wednesday 31 December 14:00 to Friday 2 January 14:00, US Eastern.
    expect(listed('2601.00082', '2601.00791')).toEqual(new Set(['2026-01-05']));
  });
});
