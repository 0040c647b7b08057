import { existsSync, mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { mergePaper } from '../../src/store/merge-paper.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import type { Fact } from './fact.ts';
import { ArchiveInPlaceError, startArchive } from './start-archive.ts';
import { starterPapers } from './starter-papers.ts';

const day: Fact = {
  id: '1912.00001',
  version: 1,
  title: 'A Paper of Which the Day Is Known',
  authors: ['Ada Example'],
  categories: ['cs.RO'],
  cross_lists: 'unknown',
  submitted: '2019-12-03',
  updated: '2019-12-03',
  comment: null,
  journal_ref: null,
  doi: null,
  verified: 'bibliography',
  topics: ['vla'],
};
const instant: Fact = {
  ...day,
  id: '2604.00002',
  version: 2,
  title: 'A Paper of Which the Second Is Known',
  categories: ['cs.RO', 'cs.AI'],
  cross_lists: 'known',
  submitted: '2026-04-10T19:30:00Z',
  updated: '2026-04-20T08:00:00Z',
  comment: 'RSS 2026',
  verified: 'records',
};

let dir: string;
beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'starter-')), 'data');
});
afterEach(() => rmSync(join(dir, '..'), { recursive: true, force: true }));

const papers = starterPapers([day, instant], '2026-11-24');
const open = () => openSnapshot(dir, { cacheFile: null });

describe('startArchive', () => {
  it('begins an archive in a folder that does not exist, each paper under its derived listing date', () => {
    expect(startArchive(dir, papers, false)).toEqual({ changed: true, replaced: new Map() });
    const archive = open();
    expect([...archive.allPapers()]).toEqual(papers);
    // A Tuesday's paper is listed on Wednesday; one of a Friday after 14:00 US Eastern on Tuesday.
    expect(archive.shards().map(({ key }) => key)).toEqual(['2019-12-04', '2026-04-14']);
    expect(archive.manifest.sources).toEqual({});
  });

  it('writes a verified day as the instant that opens it, and nothing that is not known', () => {
    const [first] = papers;
    expect(first).toMatchObject({
      submitted: '2019-12-03T00:00:00Z',
      updated: '2019-12-03T00:00:00Z',
      announced_from: 'derived',
      first_seen: '2026-11-24',
      abstract: null,
      links: [],
      history: [],
    });
  });

  it('changes nothing a second time', () => {
    startArchive(dir, papers, false);
    const before = readFileSync(join(dir, 'manifest.json'));
    expect(startArchive(dir, papers, false).changed).toBe(false);
    expect(readFileSync(join(dir, 'manifest.json'))).toEqual(before);
  });

  it('refuses where an archive is in place, says what it holds, and leaves it whole', () => {
    startArchive(dir, papers, false);
    expect(() => startArchive(dir, [], false)).toThrow(ArchiveInPlaceError);
    expect(() => startArchive(dir, [], false)).toThrow(
      /data holds an archive \(2 papers\); nothing was changed\. .*npm run starter -- --replace/,
    );
    expect([...open().allPapers()]).toEqual(papers);
  });

  it('replaces it when told to, sources and all, and keeps the lists kept by hand', () => {
    startArchive(dir, papers, false);
    writeFileSync(join(dir, 'datasets.yaml'), '# by hand\n');
    const entry = { since: '2026-11-24T07:00:00Z', last_success: null, last_new: null };
    commitSnapshot(dir, { base: open(), sources: { arxiv: { ...entry, state: 'quiet' } } });
    expect(startArchive(dir, [], true)).toEqual({
      changed: true,
      replaced: new Map([['papers', 2]]),
    });
    expect([...open().allPapers()]).toEqual([]);
    expect(open().manifest.sources).toEqual({});
    expect(existsSync(join(dir, 'papers/2019/2019-12-04.ndjson'))).toBe(false);
    expect(readFileSync(join(dir, 'datasets.yaml'), 'utf8')).toBe('# by hand\n');
  });
});

describe('a starter paper in the archive', () => {
  it('gives way in every field to what arXiv states', () => {
    const [known] = papers;
    const stated = {
      id: '1912.00001',
      version: 3,
      title: 'A Paper as arXiv States It',
      abstract: 'Invented words.',
      authors: [{ name: 'Ada Example' }, { name: 'Bo Probe' }],
      categories: ['cs.LG', 'cs.RO'],
      primary_category: 'cs.LG',
      submitted: '2019-12-03T17:02:11Z',
      updated: '2020-03-17T02:00:00Z',
      comment: '9 pages',
      journal_ref: null,
      doi: '10.1000/182',
      from: 'oai' as const,
    };
    const { paper, change } = mergePaper(known, stated, '2026-11-25');
    const { from: _from, ...fields } = stated;
    expect(change).toBe('updated');
    expect(paper).toMatchObject(fields);
    expect(paper.provisional).toBeUndefined();
  });
});
