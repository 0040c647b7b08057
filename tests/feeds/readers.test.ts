import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import Parser from 'rss-parser';
import { afterAll, describe, expect, it } from 'vitest';
import { feedOpml } from '../../src/feeds/feed-opml.ts';
import { allFeeds } from '../../src/feeds/all-feeds.ts';
import { FORMATS, type FeedFormat } from '../../src/feeds/feed-format.ts';
import { toFeed } from '../../src/feeds/feed-source.ts';
import { SampleArchive } from '../archive/sample-archive.ts';
import { samplePaper } from '../archive/sample-papers.ts';

const address = { site: 'https://pulse.example.org', base: '/pulse/' };
const dir = mkdtempSync(join(tmpdir(), 'readers-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Asks feedparser what it finds: ids, titles, dates, and every author. */
const FEEDPARSER = `
import feedparser, json, sys, time
found = feedparser.parse(sys.argv[1])
print(json.dumps([found.bozo, [[e.id, e.title, time.strftime('%Y-%m-%d', e.published_parsed),
  [a.get('name') for a in e.get('authors', [])]] for e in found.entries]]))
`;

const has = (program: string, ...args: string[]): boolean => {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Lets newsboat fetch a feed into a cache of its own, and reads that. */
function newsboat(url: string, name: string): Record<string, unknown>[] {
  const home = mkdtempSync(join(dir, `newsboat-${name}-`));
  const [urls, cache, config] = ['urls', 'cache.db', 'config'].map((file) => join(home, file));
  writeFileSync(urls ?? '', `${url}\n`);
  writeFileSync(config ?? '', '');
  const args = ['-u', urls, '-c', cache, '-C', config, '-x', 'reload'].map(String);
  execFileSync('newsboat', args, { env: { ...process.env, HOME: home }, stdio: 'pipe' });
  const db = new DatabaseSync(cache ?? '');
  try {
    return db.prepare('SELECT guid, title, author, url, pubDate FROM rss_item ORDER BY guid').all();
  } finally {
    db.close();
  }
}

async function feedFile(format: FeedFormat): Promise<string> {
  using sample = new SampleArchive();
  sample.commit({
    papers: [
      samplePaper({ id: '2611.00001', title: 'Grasping <b>& more</b> at $10^{-3}$' }),
      samplePaper({ id: '2611.00002', authors: [{ name: "Bo O'Chen" }, { name: 'Łukasz & Co' }] }),
    ],
  });
  const [source] = allFeeds(await sample.open(), address);
  if (!source) throw new Error('there is no feed');
  const file = join(dir, `feed.${format}.xml`);
  writeFileSync(file, FORMATS[format].write(toFeed(source, address, 'Sample')));
  return file;
}

describe.each(['rss', 'atom'] as const)('%s', (format) => {
  it('is well-formed to xmllint', async ({ skip }) => {
    if (!has('xmllint', '--version')) skip('xmllint is not installed (libxml2-utils)');
    const file = await feedFile(format);
    expect(execFileSync('xmllint', ['--noout', file], { encoding: 'utf8' })).toBe('');
  });

  it('is read by feedparser with the same items, dates and authors', async ({ skip }) => {
    const python = '/usr/bin/python3';
    if (!has(python, '-c', 'import feedparser')) skip('python3-feedparser is not installed');
    const file = await feedFile(format);
    const out = execFileSync(python, ['-c', FEEDPARSER, file], { encoding: 'utf8' });
    const [bozo, entries] = JSON.parse(out);
    expect(Boolean(bozo)).toBe(false);
    expect(entries).toEqual([
      ['oai:arXiv.org:2611.00001', expect.any(String), '2026-11-23', ['Ada Berg', 'Bo Chen']],
      ['oai:arXiv.org:2611.00002', expect.any(String), '2026-11-23', ["Bo O'Chen", 'Łukasz & Co']],
    ]);
  });

  it('is read by sfeed with the same ids', async ({ skip }) => {
    if (!has('sh', '-c', 'command -v sfeed')) skip('sfeed is not installed');
    const file = await feedFile(format);
    const out = execFileSync('sh', ['-c', 'sfeed < "$1"', 'sh', file], { encoding: 'utf8' });
    const ids = out
      .trim()
      .split('\n')
      .map((line) => line.split('\t')[5]);
    expect(ids).toEqual(['oai:arXiv.org:2611.00001', 'oai:arXiv.org:2611.00002']);
  });

  it('is read by rss-parser with the same items, dates and authors', async () => {
    const creators = 'creators' as const;
    const parser = new Parser<object, { creators?: string[]; id?: string; author?: string }>({
      customFields: { item: [['dc:creator', creators, { keepArray: true }]] },
    });
    const { items } = await parser.parseString(readFileSync(await feedFile(format), 'utf8'));
    expect(items.map(({ id, guid, isoDate }) => [id ?? guid, isoDate])).toEqual([
      ['oai:arXiv.org:2611.00001', '2026-11-23T00:00:00.000Z'],
      ['oai:arXiv.org:2611.00002', '2026-11-23T00:00:00.000Z'],
    ]);
    // Of an Atom entry it gives the first author alone.
    expect(items.map((item) => item.creators ?? [item.author])).toEqual(
      format === 'rss'
        ? [
            ['Ada Berg', 'Bo Chen'],
            ["Bo O'Chen", 'Łukasz & Co'],
          ]
        : [['Ada Berg'], ["Bo O'Chen"]],
    );
  });

  it('is read by newsboat with the same items, dates and links', async ({ skip }) => {
    if (!has('newsboat', '--version')) skip('newsboat is not installed');
    const file = await feedFile(format);
    const items = newsboat(`file://${file}`, format);
    expect(items).toMatchObject([
      { guid: 'oai:arXiv.org:2611.00001', title: 'Grasping <b>& more</b> at 10⁻³' },
      { guid: 'oai:arXiv.org:2611.00002', title: 'Grasping with 2611.00002' },
    ]);
    for (const { guid, url, pubDate } of items) {
      expect(url).toBe(`https://pulse.example.org/pulse/papers/${String(guid).slice(14)}/`);
      expect(pubDate).toBe(Date.parse('2026-11-23') / 1000);
    }
    // Of an RSS item it gives the last author alone.
    expect(items.map(({ author }) => author)).toEqual(
      format === 'atom'
        ? ['Ada Berg, Bo Chen', "Bo O'Chen, Łukasz & Co"]
        : ['Bo Chen', 'Łukasz & Co'],
    );
  });
});

describe('the OPML of all feeds', () => {
  async function opmlFile(): Promise<{ file: string; feeds: string[] }> {
    using sample = new SampleArchive();
    sample.commit({ papers: [samplePaper({ id: '2611.00001' })] });
    const sources = allFeeds(await sample.open(), address);
    const file = join(dir, 'all.opml');
    writeFileSync(file, feedOpml(sources, address, 'Sample & Co'));
    const feeds = sources.map(({ name }) => `https://pulse.example.org/pulse/feeds/${name}.xml`);
    return { file, feeds: feeds.toSorted() };
  }

  const addresses = (text: string) =>
    [...text.matchAll(/https:\/\/pulse\.example\.org[^\s'"]*/g)].map(([found]) => found).toSorted();

  it('is imported by newsboat', async ({ skip }) => {
    if (!has('newsboat', '--version')) skip('newsboat is not installed');
    const { file, feeds } = await opmlFile();
    const home = mkdtempSync(join(dir, 'import-'));
    const urls = join(home, 'urls');
    writeFileSync(urls, '');
    const args = ['-u', urls, '-c', join(home, 'cache.db'), '-C', urls, '-i', file];
    execFileSync('newsboat', args, { env: { ...process.env, HOME: home }, stdio: 'pipe' });
    expect(addresses(readFileSync(urls, 'utf8'))).toEqual(feeds);
  });

  it('is imported by sfeed', async ({ skip }) => {
    if (!has('sh', '-c', 'command -v sfeed_opml_import')) skip('sfeed is not installed');
    const { file, feeds } = await opmlFile();
    const config = execFileSync('sh', ['-c', 'sfeed_opml_import < "$1"', 'sh', file]);
    expect(addresses(config.toString()).filter((found) => found.endsWith('.xml'))).toEqual(feeds);
  });
});
