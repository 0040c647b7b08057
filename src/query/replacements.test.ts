import { describe, expect, it } from 'vitest';
import { SampleArchive } from '../../tests/archive/sample-archive.ts';
import { samplePaper } from '../../tests/archive/sample-papers.ts';
import { replacementsOf } from './replacements.ts';

const at = (version: number, replaced: string | null, more = {}) => ({
  version,
  updated: null,
  replaced,
  ...more,
});

describe('replacementsOf', () => {
  it('names what each announcement replaced, and from which version to which', () => {
    const history = [at(1, '2026-11-23', { title: 'Old' }), at(2, '2026-11-30', { comment: null })];
    expect(replacementsOf({ version: 3, history })).toEqual([
      { date: '2026-11-23', from: 1, to: 2, changed: ['title'] },
      { date: '2026-11-30', from: 2, to: 3, changed: ['comment'] },
    ]);
  });

  it('counts two replacements announced on one day as one', () => {
    const history = [
      at(1, '2026-11-23', { title: 'Old' }),
      at(2, '2026-11-23', { links_added: [{ kind: 'code', url: 'https://example.org' }] }),
    ];
    expect(replacementsOf({ version: 3, history })).toEqual([
      { date: '2026-11-23', from: 1, to: 3, changed: ['title', 'links'] },
    ]);
  });

  it('leaves out replacements whose announcement is not known', () => {
    expect(replacementsOf({ version: 2, history: [at(1, null)] })).toEqual([]);
  });
});

describe('a replacement in the archive', () => {
  const paper = samplePaper({ id: '2611.00001', announced: '2026-11-20' });
  const revised = {
    ...paper,
    version: 2,
    history: [at(1, '2026-11-23', { comment: 'Old comment' })],
  };

  it('is listed on the day that announced it, which has a page even without new papers', async () => {
    using sample = new SampleArchive();
    sample.commit({ papers: [paper] });
    sample.commit({ papers: [revised] });
    const archive = await sample.open();
    expect(archive.days()).toEqual([
      { date: '2026-11-23', total: 0 },
      { date: '2026-11-20', total: 1 },
    ]);
    expect(archive.day('2026-11-23').updated).toMatchObject([
      { entry: { paper: { id: '2611.00001' } }, from: 1, to: 2, changed: ['comment'] },
    ]);
    expect(archive.modifiedOf('2026-11-20')).toEqual([
      { id: '2611.00001', modified: '2026-11-23' },
    ]);
  });

  it('that leaves the row as it was touches the paper’s page and no listing', async () => {
    using sample = new SampleArchive();
    const other = samplePaper({ id: '2611.00002', announced: '2026-11-23' });
    sample.commit({ papers: [paper, other] });
    const keys = async () => {
      const archive = await sample.open();
      const page = archive.paperPages('2026-11-20')[0]?.key;
      const { day, topicMonth, month, topic } = archive.cacheKey;
      const listings = [
        day('2026-11-20'),
        topicMonth('grasping', '2026-11'),
        month('2026-11'),
        topic('grasping'),
      ];
      return { page, listings, updates: day('2026-11-23') };
    };
    const before = await keys();
    sample.commit({ papers: [revised] });
    const after = await keys();
    expect(after.listings).toEqual(before.listings);
    expect(after.page).not.toBe(before.page);
    expect(after.updates).not.toBe(before.updates);
  });
});

describe('a replacement of the abstract alone', () => {
  it('changes the day and the topic’s newest list, and no list without abstracts', async () => {
    using sample = new SampleArchive();
    const paper = samplePaper({ id: '2611.00001', title: 'A grasp', announced: '2026-11-20' });
    sample.commit({ papers: [paper] });
    const keys = async () => {
      const { day, topicMonth, topic } = (await sample.open()).cacheKey;
      return {
        day: day('2026-11-20'),
        topic: topic('grasping'),
        month: topicMonth('grasping', '2026-11'),
      };
    };
    const before = await keys();
    const history = [at(1, null, { abstract: paper.abstract })];
    sample.commit({ papers: [{ ...paper, version: 2, abstract: 'Another text.', history }] });
    const after = await keys();
    expect(after.month).toBe(before.month);
    expect(after.day).not.toBe(before.day);
    expect(after.topic).not.toBe(before.topic);
  });
});
