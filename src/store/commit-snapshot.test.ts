import fs, { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Paper } from '../paper.ts';
import { commitSnapshot } from './commit-snapshot.ts';
import { contents, temporaryFolder } from './fixtures/folder.ts';
import { inventedPaper } from './fixtures/invented-papers.ts';
import { emptyManifest, serialiseManifest } from './manifest.ts';
import { openSnapshot } from './open-snapshot.ts';
import { recordKind } from './record-kind.ts';
import type { Receipt } from './receipts.ts';
import type { Changes } from './snapshot.ts';

const first = [inventedPaper(0, 1), inventedPaper(0, 2), inventedPaper(1, 1)];
const receipt: Receipt = {
  id: 'run/2023-01-03T06:37:00Z',
  at: '2023-01-03T06:37:00Z',
  sources: { arxiv: { state: 'new', since: '2023-01-03T06:37:00Z' } },
  channels: { feed: { requests: 1, failed: 0, records: 3 } },
  merged: { added: 3, updated: 0, unchanged: 0 },
  problems: [],
};

function commit(dir: string, changes: Omit<Changes, 'base'>) {
  return commitSnapshot(dir, { base: openSnapshot(dir), ...changes });
}

function filled(papers: Paper[] = first): string {
  const dir = join(temporaryFolder(), 'data');
  commit(dir, { papers, receipts: [receipt] });
  return dir;
}

describe('a commit', () => {
  it('writes shards by announcement date, receipts by month, and a manifest that names them', () => {
    const dir = filled();
    expect(Object.keys(contents(dir))).toEqual([
      'manifest.json',
      'papers/2023/2023-01-02.ndjson',
      'papers/2023/2023-01-03.ndjson',
      'receipts/2023-01.ndjson',
    ]);
    const { manifest } = openSnapshot(dir);
    expect(manifest.files['papers/2023/2023-01-02.ndjson']).toMatchObject({ rows: 2 });
    expect(contents(dir)['manifest.json']).toMatch(/^\{\n"schema_version":1,\n"files":\{\n"papers/);
  });

  it('gives back what it was given', () => {
    const snapshot = openSnapshot(filled());
    expect([...snapshot.allPapers()]).toEqual(first);
    expect(snapshot.papersOf('2023-01-03')).toEqual([first[2]]);
    expect(snapshot.papersOf('2023-01-04')).toEqual([]);
    expect([...snapshot.receipts()]).toEqual([receipt]);
    expect(snapshot.shards().map(({ key, rows }) => [key, rows])).toEqual([
      ['2023-01-02', 2],
      ['2023-01-03', 1],
    ]);
  });

  it('writes the same bytes whatever the order in which papers come', () => {
    expect(contents(filled(first.toReversed()))).toEqual(contents(filled()));
  });

  it('of what is there already writes nothing at all', () => {
    const dir = filled();
    const before = openSnapshot(dir).fingerprint;
    const result = commit(dir, { papers: first, receipts: [receipt] });
    expect(result).toEqual({ changed: false, written: [], removed: [], fingerprint: before });
    expect(commit(join(dir, '../none'), {}).changed).toBe(false);
    expect(existsSync(join(dir, '../none'))).toBe(false);
  });

  it('touches only the shards that change', () => {
    const dir = filled();
    const { written } = commit(dir, { papers: [inventedPaper(2, 1)] });
    expect(written).toEqual(['papers/2023/2023-01-04.ndjson']);
  });

  it('moves a paper whose announcement date changes, and takes away the shard that is left empty', () => {
    const dir = filled();
    const moved = { ...inventedPaper(1, 1), announced: '2023-01-04' };
    const result = commit(dir, { papers: [moved] });
    expect(result.written).toEqual(['papers/2023/2023-01-04.ndjson']);
    expect(result.removed).toEqual(['papers/2023/2023-01-03.ndjson']);
    expect(existsSync(join(dir, 'papers/2023/2023-01-03.ndjson'))).toBe(false);
    expect([...openSnapshot(dir).allPapers()]).toHaveLength(3);
  });

  it('states sources beside those it does not name', () => {
    const dir = filled();
    const state = {
      state: 'new',
      since: receipt.at,
      last_success: receipt.at,
      last_new: null,
    } as const;
    commit(dir, { sources: { arxiv: { ...state, cursor: '2023-01-03' } } });
    commit(dir, { sources: { news: state } });
    expect(openSnapshot(dir).manifest.sources).toEqual({
      arxiv: { ...state, cursor: '2023-01-03' },
      news: state,
    });
  });

  it('keeps records of other kinds, which leave only by name and with a reason', () => {
    const notes = recordKind<{ id: string; posted: string }>({
      name: 'notes',
      shardOf: ({ posted }) => posted.slice(0, 7),
      parse: (value) => value as { id: string; posted: string },
    });
    const dir = filled();
    const upsert = [
      { id: 'b', posted: '2023-01-02' },
      { id: 'a', posted: '2023-01-09' },
    ];
    commit(dir, { records: [{ kind: notes, upsert }] });
    expect([...openSnapshot(dir).records(notes)].map(({ id }) => id)).toEqual(['a', 'b']);
    commit(dir, { records: [{ kind: notes, upsert: [], remove: [{ id: 'a', why: 'filled' }] }] });
    expect([...openSnapshot(dir).records(notes)]).toEqual([{ id: 'b', posted: '2023-01-02' }]);
  });
});

describe('a commit is refused', () => {
  it('when a record is not of its form, with field and id', () => {
    const wrong = {
      ...inventedPaper(0, 3),
      links: [{ kind: 'code', url: 'javascript:0' }],
    } as Paper;
    expect(() => commit(filled(), { papers: [wrong] })).toThrow(
      `papers: ${wrong.id} is not of its form: links[0].url: must be an http(s) address`,
    );
  });

  it('when it would lose a version, an abstract, the authors or the history of a paper', () => {
    const known = { ...inventedPaper(0, 1), version: 2 };
    const dir = filled([known]);
    const losses: [Partial<Paper>, RegExp][] = [
      [{ version: 1 }, /version 2 would become 1/],
      [{ abstract: null }, /abstract would be lost/],
      [{ authors: [] }, /authors would be lost/],
    ];
    for (const [loss, message] of losses) {
      expect(() => commit(dir, { papers: [{ ...known, ...loss }] })).toThrow(message);
    }
    expect([...openSnapshot(dir).allPapers()]).toEqual([known]);
  });

  it('when two of its records have the same id', () => {
    const paper = inventedPaper(0, 1);
    expect(() => commit(filled(), { papers: [paper, paper] })).toThrow(/same id/);
  });

  it('when another run changed the snapshot since it was read', () => {
    const dir = filled();
    const base = openSnapshot(dir);
    commit(dir, { papers: [inventedPaper(2, 1)] });
    expect(() => commitSnapshot(dir, { base, papers: [inventedPaper(3, 1)] })).toThrow(
      /changed by another run since it was read/,
    );
  });

  it('when a shard that it touches was altered, and says what repairs it', () => {
    const dir = filled();
    const shard = join(dir, 'papers/2023/2023-01-02.ndjson');
    writeFileSync(shard, readFileSync(shard, 'utf8').replace('cs.RO', 'cs.CV'));
    expect(() => commit(dir, { papers: [inventedPaper(0, 3)] })).toThrow(
      /2023-01-02\.ndjson is not the file that the manifest names.*npm run repair/,
    );
  });
});

describe('a snapshot', () => {
  it('of a folder that does not exist is empty', () => {
    const snapshot = openSnapshot(join(temporaryFolder(), 'data'));
    expect(snapshot.fingerprint).toBeNull();
    expect([...snapshot.allPapers()]).toEqual([]);
    expect(snapshot.find(['2301.00001']).size).toBe(0);
  });

  it('whose manifest is missing beside papers is refused, not begun anew', () => {
    const dir = filled();
    rmSync(join(dir, 'manifest.json'));
    expect(() => openSnapshot(dir)).toThrow(/manifest\.json is missing.*npm run repair/);
  });

  it('whose manifest is not one is refused with the reason', () => {
    const dir = join(temporaryFolder(), 'data');
    mkdirSync(dir);
    const wrong = (bytes: string | Buffer) => {
      writeFileSync(join(dir, 'manifest.json'), bytes);
      return () => openSnapshot(dir);
    };
    const manifest = emptyManifest();
    const file = { sha256: '0'.repeat(64), bytes: 1, rows: 1 };
    const outside = serialiseManifest({ ...manifest, files: { '../x.ndjson': file } });
    const newer = serialiseManifest({ ...manifest, schema_version: 7 });
    const bare = '{"schema_version":1,"files":{},"sources":{}}';
    expect(wrong('{')).toThrow(/not JSON.*npm run repair/);
    expect(wrong(bare)).toThrow(/without its checksum.*npm run repair/);
    expect(wrong(outside)).toThrow(/is not the path of a shard.*npm run repair/);
    expect(wrong(newer)).toThrow(/schema_version 7; this program knows up to 1.*Update/);
  });

  it('finds papers by id without parsing the others, with a cold and with a warm index', () => {
    const dir = filled();
    const ids = [first[2]?.id ?? '', '2301.99999', first[0]?.id ?? ''];
    for (const cached of [false, true]) {
      expect(existsSync(join(dir, '../.cache/ids.txt'))).toBe(cached);
      expect([...openSnapshot(dir).find(ids).keys()].sort()).toEqual([first[0]?.id, first[2]?.id]);
    }
  });

  it('remembers the ids of what was committed: the next run reads only the shards that it asks for', () => {
    const dir = filled();
    openSnapshot(dir).find([first[0]?.id ?? '']);
    commit(dir, { papers: [inventedPaper(3, 1), { ...inventedPaper(0, 1), doi: '10.1/x' }] });
    const reads: string[] = [];
    const files = {
      ...fs,
      readFileSync: ((path: string) => {
        reads.push(path);
        return fs.readFileSync(path);
      }) as typeof fs.readFileSync,
    };
    const id = inventedPaper(3, 1).id;
    expect(openSnapshot(dir, { files }).find([id]).get(id)).toEqual(inventedPaper(3, 1));
    expect(reads.filter((path) => path.endsWith('.ndjson'))).toEqual([
      join(dir, 'papers/2023/2023-01-05.ndjson'),
    ]);
  });

  it('is found in without the cache, when that is damaged or cannot be written', () => {
    const dir = filled();
    const cacheFile = join(dir, '../.cache/ids.txt');
    const id = first[2]?.id ?? '';
    openSnapshot(dir).find([id]);
    for (const damage of ['', 'ids 1\nx y\n', 'ids 0\n', '\u0000']) {
      writeFileSync(cacheFile, damage);
      expect(openSnapshot(dir).find([id]).size).toBe(1);
    }
    const warnings: string[] = [];
    const options = {
      cacheFile: join(dir, 'manifest.json/ids.txt'),
      warn: (text: string) => warnings.push(text),
    };
    expect(openSnapshot(dir, options).find([id]).size).toBe(1);
    expect(warnings.join()).toMatch(/cannot be written/);
  });

  it('that another run changes while it is read says so', () => {
    const dir = filled();
    const snapshot = openSnapshot(dir);
    commit(dir, { papers: [{ ...inventedPaper(0, 1), doi: '10.1/x' }] });
    expect(() => snapshot.papersOf('2023-01-02')).toThrow(
      /changed by another run while it was read/,
    );
  });
});
