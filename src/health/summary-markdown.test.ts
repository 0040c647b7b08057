import { describe, expect, it } from 'vitest';
import { announcement, category, run } from '../../tests/health/facts.ts';
import { summaryMarkdown } from './summary-markdown.ts';

describe('the summary of a run', () => {
  it('shows each category with what became of its papers, announcements first', () => {
    const text = summaryMarkdown([run('2026-11-24T06:31:00Z'), announcement('2026-11-24')]);
    expect(text).toContain('| cs.RO | 173 | 160 | 3 | 10 | 0 |');
    expect(text.indexOf('Announcement of 2026-11-24: complete')).toBeLessThan(
      text.indexOf('Run of'),
    );
  });

  it('names the ids of a receipt that does not add up', () => {
    const wrong = category({
      kept: 158,
      unaccounted_ids: ['2611.00001'],
      failed: 1,
      failed_ids: ['2611.00002'],
    });
    const text = summaryMarkdown([announcement('2026-11-24', { categories: { 'cs.RO': wrong } })]);
    expect(text).toMatch(/does not add up: .*2611\.00001/);
    expect(text).toContain('- failed: 2611.00002');
  });

  it('keeps words from outside as words', () => {
    const problems = [{ source: 'news/x', message: '<img src=x> [a](javascript:b)\n# @all' }];
    const text = summaryMarkdown([run('2026-11-24T06:31:00Z', { problems })]);
    expect(text).toContain('- news/x: \\<img src=x\\> \\[a\\](javascript:b) \\# \\@all');
  });

  it('says so when nothing was new', () => {
    expect(summaryMarkdown([])).toBe('### Nothing new\n\nThe snapshot is as it was.\n');
    expect(summaryMarkdown([], ['citations: 503 | <b>'])).toContain('- citations: 503 \\| \\<b\\>');
  });
});
