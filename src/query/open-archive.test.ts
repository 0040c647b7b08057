import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleConfig } from '../../tests/archive/sample-config.ts';
import { SampleArchive } from '../../tests/archive/sample-archive.ts';
import { samplePaper } from '../../tests/archive/sample-papers.ts';
import { allAnswers } from '../../tests/archive/all-answers.ts';

const first = samplePaper({ id: '2611.00001', announced: '2026-11-20' });
const second = samplePaper({
  id: '2611.00002',
  title: 'A quadruped that grasps',
  announced: '2026-11-23',
});
const crossed = samplePaper({
  id: '2611.00001',
  announced: '2026-11-23',
  primary_category: 'math.OC',
  categories: ['math.OC', 'cs.RO'],
});

function sampleWith(...papers: ReturnType<typeof samplePaper>[]): SampleArchive {
  const sample = new SampleArchive();
  sample.commit({ papers });
  return sample;
}

describe('openArchive', () => {
  it('answers from a folder without a snapshot as from an empty archive', async () => {
    using sample = new SampleArchive();
    const archive = await sample.open();
    expect(archive.total()).toBe(0);
    expect(archive.newestDay()).toBeNull();
    expect(archive.days()).toEqual([]);
    expect(archive.stats()).toMatchObject({ total: 0, today: 0, week: 0, month: 0 });
    expect(archive.topics().map(({ total }) => total)).toEqual([0, 0, 0]);
  });

  it('counts the venues that accepted papers, the one with most first', async () => {
    const accepted = (id: string, comment: string) => samplePaper({ id, comment });
    using sample = sampleWith(
      first,
      accepted('2611.00011', 'Accepted to ICRA 2026'),
      accepted('2611.00012', 'Accepted to CoRL 2026'),
      accepted('2611.00013', 'CoRL 2026'),
      accepted('2611.00014', 'Submitted to RSS 2026'),
    );
    expect((await sample.open()).venues()).toEqual([
      { name: 'CoRL', papers: 2 },
      { name: 'ICRA', papers: 1 },
    ]);
  });

  it('lists new papers before cross-lists, by id within each', async () => {
    using sample = sampleWith(crossed, second, samplePaper({ id: '2611.00003' }));
    const day = (await sample.open()).day('2026-11-23');
    expect(day.papers.map(({ paper, lane }) => [paper.id, lane])).toEqual([
      ['2611.00002', 'new'],
      ['2611.00003', 'new'],
      ['2611.00001', 'cross'],
    ]);
  });

  it('gives each paper its topics with the phrase and the place that matched', async () => {
    using sample = sampleWith(second);
    const { entry } = (await sample.open()).paper('2611.00002');
    expect(entry.topics).toMatchObject([
      { topic: 'grasping', phrase: 'grasp', place: 'title' },
      { topic: 'legged', phrase: 'quadruped', place: 'title' },
    ]);
  });

  it('links a paper to its neighbours in the day and to none beyond it', async () => {
    using sample = sampleWith(first, second, samplePaper({ id: '2611.00003' }));
    const archive = await sample.open();
    expect(archive.paper('2611.00002')).toMatchObject({
      previous: null,
      next: { id: '2611.00003' },
    });
    expect(archive.paper('2611.00001')).toMatchObject({ previous: null, next: null });
  });

  it('tags the whole archive anew when a phrase in config changes', async () => {
    using sample = sampleWith(first);
    await sample.open();
    const changed = sampleConfig();
    changed.topics[2]?.include.push('never seen');
    const archive = await sample.open(changed);
    expect(archive.topics().find(({ id }) => id === 'world-models')?.total).toBe(1);
  });

  it('leaves the derived file untouched when the snapshot is the same', async () => {
    using sample = sampleWith(first, second);
    await sample.open();
    const file = join(sample.cacheDir, 'derived.sqlite');
    const before = statSync(file, { bigint: true }).mtimeNs;
    await sample.open();
    expect(statSync(file, { bigint: true }).mtimeNs).toBe(before);
  });

  it.each(['', 'SQLite format 3\0 and then nothing of the kind'])(
    'computes again what a damaged derived file (%j) held',
    async (content) => {
      using sample = sampleWith(first, second);
      const answers = allAnswers(await sample.open());
      writeFileSync(join(sample.cacheDir, 'derived.sqlite'), content);
      expect(allAnswers(await sample.open())).toEqual(answers);
    },
  );

  it('refuses a shard that is not the one in the manifest, with its name', async () => {
    using sample = sampleWith(second);
    const shard = join(sample.dataDir, 'papers/2026/2026-11-23.ndjson');
    writeFileSync(shard, readFileSync(shard, 'utf8').replace('quadruped', 'hexapod'));
    await expect(sample.open()).rejects.toThrow(/2026-11-23\.ndjson.*sha256/);
  });

  it('says what it does not hold', async () => {
    using sample = sampleWith(second);
    const archive = await sample.open();
    expect(() => archive.day('2026-11-24')).toThrow('no announcement day 2026-11-24');
    expect(() => archive.month('2026-10')).toThrow('no month 2026-10');
    expect(() => archive.topic('cooking')).toThrow('no topic cooking');
    expect(() => archive.topicMonth('grasping', '2026-10')).toThrow('no papers in 2026-10');
    expect(() => archive.paper('2611.99999')).toThrow('no paper 2611.99999');
  });
});
