import { describe, expect, it } from 'vitest';
import { SampleArchive } from '../../tests/archive/sample-archive.ts';
import { samplePaper } from '../../tests/archive/sample-papers.ts';

const dates = ['2026-10-01', '2026-10-25', '2026-11-16', '2026-11-17', '2026-11-23', '2026-11-23'];
const papers = dates.map((announced, index) =>
  samplePaper({ id: `2611.0000${index + 1}`, announced }),
);
const source = { since: '2026-11-23T06:23:11Z', last_new: '2026-11-23T06:23:11Z' };
const answered = { ...source, last_success: '2026-11-24T06:23:11Z' };

describe('stats', () => {
  it('counts today, 7 and 30 days back from the newest announcement, whatever the clock says', async () => {
    using sample = new SampleArchive();
    sample.commit({ papers, sources: { arxiv: { ...answered, state: 'new' } } });
    expect((await sample.open()).stats()).toEqual({
      success: true,
      total: 6,
      stats: { grasping: 6, legged: 0, 'world-models': 0 },
      display: {
        grasping: '抓取 / Grasping',
        legged: '足式机器人 / Legged robots',
        'world-models': '世界模型 / World models',
      },
      today: 2,
      week: 3,
      month: 5,
      last_update: '2026-11-24T06:23:11Z',
      generated_at: '2026-11-24T06:23:11Z',
    });
  });

  it.each(['stale', 'failing'] as const)(
    'warns when arXiv is %s, and names the last success',
    async (state) => {
      using sample = new SampleArchive();
      sample.commit({ papers, sources: { arxiv: { ...answered, state } } });
      const stats = (await sample.open()).stats();
      expect(stats.success).toBe(false);
      expect(stats.warning).toContain(state);
      expect(stats.warning).toContain('2026-11-24T06:23:11Z');
    },
  );

  it('warns when a mailing was missing at the last run, although arXiv answered', async () => {
    using sample = new SampleArchive();
    const arxiv = { ...answered, last_success: '2026-11-25T18:00:00Z', state: 'unproved' as const };
    sample.commit({ papers, sources: { arxiv } });
    const stats = (await sample.open()).stats();
    expect(stats.success).toBe(false);
    expect(stats.warning).toBe('the newest announcement is of 2026-11-23; 2026-11-25 is due');
  });
});
