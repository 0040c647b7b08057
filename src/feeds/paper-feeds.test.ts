import { describe, expect, it } from 'vitest';
import { SampleArchive } from '../../tests/archive/sample-archive.ts';
import { sampleConfig } from '../../tests/archive/sample-config.ts';
import { samplePaper } from '../../tests/archive/sample-papers.ts';
import { allFeeds } from './all-feeds.ts';
import { feedOpml } from './feed-opml.ts';
import { toFeed } from './feed-source.ts';

const address = { site: 'https://pulse.example.org', base: '/pulse/' };

const days = Array.from({ length: 20 }, (_, n) => `2026-11-${String(n + 2).padStart(2, '0')}`);
const papers = days.flatMap((announced, day) =>
  Array.from({ length: 3 }, (_, n) =>
    samplePaper({ id: `2611.${String(day * 10 + n + 1).padStart(5, '0')}`, announced }),
  ),
);
const walker = samplePaper({
  id: '2611.09999',
  announced: '2026-11-03',
  title: 'A quadruped walks on $\\mathbb{R}^3$',
  abstract: null,
});

const limits = '\nfeeds: { items: 10, days: 5 }';
const config = sampleConfig(limits);

async function feedsOf(sample: SampleArchive) {
  const archive = await sample.open();
  return new Map(
    allFeeds(archive, address).map((source) => [
      source.name,
      { source, feed: toFeed(source, address, 'Sample') },
    ]),
  );
}

function sampleOf(...more: ReturnType<typeof samplePaper>[]): SampleArchive {
  const sample = new SampleArchive(config);
  sample.commit({ papers: [...papers, ...more] });
  return sample;
}

const at = async (sample: SampleArchive, name: string) => {
  const found = (await feedsOf(sample)).get(name);
  if (!found) throw new Error(`no feed ${name}`);
  return found;
};

describe('feeds of papers', () => {
  it('hold whole days until they have the items and the days that config asks for', async () => {
    using sample = sampleOf();
    const { feed } = await at(sample, 'all');
    expect(feed.items).toHaveLength(15);
    expect(new Set(feed.items.map(({ published }) => published)).size).toBe(5);
    expect(feed.updated).toBe('2026-11-21T00:00:00Z');
  });

  it('of a rare topic reach back as far as it has papers', async () => {
    using sample = sampleOf(walker);
    const { feed } = await at(sample, 'topics/legged');
    expect(feed.items).toEqual([
      expect.objectContaining({ title: 'A quadruped walks on R³', summary: [] }),
    ]);
  });

  it('of a layer are those of its topics, each paper once', async () => {
    const crossing = samplePaper({
      id: '2611.09998',
      announced: days.at(-1) ?? '',
      title: 'A quadruped that grasps',
    });
    using sample = sampleOf(crossing);
    const layers = sample.config.groups.map(({ id }) => `layers/${id}`);
    const items = (await at(sample, layers[0] ?? '')).feed.items.map(({ id }) => id);
    expect(items).toContain('oai:arXiv.org:2611.09998');
    expect(new Set(items).size).toBe(items.length);
  });

  it('keep a paper under one id when a new version comes or the site moves', async () => {
    using sample = sampleOf(walker);
    const before = await at(sample, 'topics/legged');
    sample.commit({
      papers: [
        {
          ...walker,
          version: 2,
          title: 'A quadruped runs',
          history: [{ version: 1, updated: null, replaced: '2026-11-20' }],
        },
      ],
    });
    const archive = await sample.open();
    const moved = allFeeds(archive, { site: 'https://elsewhere.example.org', base: '/' }).find(
      ({ name }) => name === 'topics/legged',
    );
    expect(moved?.items().map(({ id }) => id)).toEqual(before.feed.items.map(({ id }) => id));
  });

  it('of updates hold one item a version, dated by its announcement', async () => {
    using sample = sampleOf({
      ...walker,
      version: 3,
      history: [
        { version: 1, updated: null, replaced: '2026-11-19', title: 'A quadruped crawls' },
        { version: 2, updated: null, replaced: '2026-11-20' },
      ],
    });
    const { feed } = await at(sample, 'updated');
    expect(feed.items.map(({ id, published }) => [id, published])).toEqual([
      ['oai:arXiv.org:2611.09999v3', '2026-11-20T00:00:00Z'],
      ['oai:arXiv.org:2611.09999v2', '2026-11-19T00:00:00Z'],
    ]);
    expect(feed.items[1]?.summary[0]).toMatch(/Version 1 was replaced by version 2.*title/);
  });

  it('of the digest hold one item a day with counts and every title', async () => {
    using sample = sampleOf();
    const { feed } = await at(sample, 'digest');
    expect(feed.items[0]).toMatchObject({
      title: '2026-11-21: 3 new',
      url: 'https://pulse.example.org/pulse/days/2026-11-21/',
      summary: ['Grasping 3'],
    });
    expect(feed.items[0]?.list).toHaveLength(3);
  });

  it('change their key when their items change, and only then', async () => {
    using sample = sampleOf(walker);
    const before = await feedsOf(sample);
    sample.commit({ papers: [{ ...walker, title: 'A quadruped climbs' }] });
    const after = await feedsOf(sample);
    for (const [name, { source, feed }] of before) {
      const next = after.get(name);
      const same = JSON.stringify(next?.feed) === JSON.stringify(feed);
      if (!same) expect(next?.source.key()).not.toBe(source.key());
    }
    expect(after.get('topics/legged')?.source.key()).not.toBe(
      before.get('topics/legged')?.source.key(),
    );
    expect(after.get('all')?.source.key()).toBe(before.get('all')?.source.key());
  });

  it('are all in the OPML file', async () => {
    using sample = sampleOf();
    const sources = [...(await feedsOf(sample)).values()].map(({ source }) => source);
    const opml = feedOpml(sources, address, 'Sample');
    for (const { name } of sources)
      expect(opml).toContain(`xmlUrl="https://pulse.example.org/pulse/feeds/${name}.xml"`);
  });
});
