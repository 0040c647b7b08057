import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
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
});
