import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyManifest } from '../store/manifest.ts';
import { digest } from './digest.ts';
import { linesOf } from './shard-lines.ts';
import { ShardReader, type Place } from './shard-reader.ts';

const day = '2026-11-23';
const path = 'papers/2026/2026-11-23.ndjson';
const lines = ['{"id":"2611.00001","title":"机器人"}', '', '{"id":"2611.00002","title":"Zwei"}'];

let dir = '';
let wholeReads = 0;
let reader: ShardReader;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shard-reader-'));
  wholeReads = 0;
  const checked = Buffer.from(`${lines.join('\n')}\n`);
  reader = new ShardReader({
    dir,
    manifest: emptyManifest(),
    shards: () => [],
    read: (asked) => {
      wholeReads += 1;
      expect(asked).toBe(path);
      return checked;
    },
  });
  onDisk(checked);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function onDisk(bytes: Uint8Array): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), bytes);
}

const places = (): Place[] =>
  [...linesOf(Buffer.from(`${lines.join('\n')}\n`))].map(({ text, at, bytes }) => ({
    at,
    bytes,
    record: digest(text),
  }));

describe('linesOf', () => {
  it('counts bytes, not letters, and leaves empty lines out', () => {
    expect([...linesOf(Buffer.from('机\n\nb'))]).toEqual([
      { at: 0, bytes: 3, text: '机' },
      { at: 5, bytes: 1, text: 'b' },
    ]);
    expect([...linesOf(Buffer.alloc(0))]).toEqual([]);
  });
});

describe('ShardReader', () => {
  it('gives all records of a day from one checked reading', () => {
    expect(reader.all(day, places()).map(({ id }) => id)).toEqual(['2611.00001', '2611.00002']);
    expect(wholeReads).toBe(1);
    expect(reader.all('2026-11-24', [])).toEqual([]);
  });

  it('reads one record without the rest of its shard', () => {
    expect(places().map((place) => reader.one(day, place).title)).toEqual(['机器人', 'Zwei']);
    expect(wholeReads).toBe(0);
  });

  it.each([
    ['other bytes lie there', () => onDisk(Buffer.from(lines.join('\n').replace('Zwei', 'Drei')))],
    ['the file ends before', () => onDisk(Buffer.from('{"id"'))],
    ['the file is not there', () => rmSync(join(dir, path))],
  ])('reads the whole shard, which is checked, where %s', (_, damage) => {
    damage();
    expect(places().map((place) => reader.one(day, place).title)).toEqual(['机器人', 'Zwei']);
    expect(wholeReads).toBeGreaterThan(0);
  });
});
