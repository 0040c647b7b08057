import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRelease, rollBack } from './make-release.ts';
import { ReleaseError } from './release-error.ts';

let dir: string;
let site: string;
let place: string;
const long = 'A page of some length. '.repeat(200);
const write = (path: string, text: string): void => {
  mkdirSync(join(site, path, '..'), { recursive: true });
  writeFileSync(join(site, path), text);
};
const served = (path: string): string => join(place, 'current', 'pulse', path);
const release = (keep?: number) =>
  makeRelease(site, place, { base: '/pulse/', ...(keep ? { keep } : {}) });

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pulse-release-'));
  site = join(dir, 'dist');
  place = join(dir, 'place');
  write('index.html', long);
  write('papers/2611.01234/index.html', 'short');
  write('data/2026-11.parquet', long);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('makeRelease', () => {
  it('puts the site below its base path, with compressed copies of what gains by them', () => {
    expect(release()).toEqual({ changed: true, name: '000001', files: 3, fresh: 3 });
    expect(readFileSync(served('papers/2611.01234/index.html'), 'utf8')).toBe('short');
    expect(gunzipSync(readFileSync(served('index.html.gz'))).toString()).toBe(long);
    expect(brotliDecompressSync(readFileSync(served('index.html.br'))).toString()).toBe(long);
    expect(existsSync(served('papers/2611.01234/index.html.gz'))).toBe(false);
    expect(existsSync(served('data/2026-11.parquet.gz'))).toBe(false);
  });

  it('leaves out what only hosts read', () => {
    write('_headers', '/*\n');
    write('_redirects', '/a /b 200\n');
    release();
    expect(readdirSync(served('')).toSorted()).toEqual(['data', 'index.html', 'index.html.br', 'index.html.gz', 'papers']); // prettier-ignore
  });

  it('keeps unchanged files as they are, date and all, and writes those that changed', () => {
    release();
    const before = statSync(served('index.html'));
    write('index.html', long); // written anew by a build, with the same bytes
    write('papers/2611.01234/index.html', 'other');
    expect(release()).toEqual({ changed: true, name: '000002', files: 3, fresh: 1 });
    expect(statSync(served('index.html')).ino).toBe(before.ino);
    expect(statSync(served('index.html.br')).nlink).toBe(2);
    expect(readFileSync(served('papers/2611.01234/index.html'), 'utf8')).toBe('other');
    const first = join(place, 'releases/000001/pulse/papers/2611.01234/index.html');
    expect(readFileSync(first, 'utf8')).toBe('short');
  });

  it('does not serve a file that is gone, and writes nothing when nothing changed', () => {
    release();
    rmSync(join(site, 'papers'), { recursive: true });
    expect(release()).toMatchObject({ changed: true, name: '000002', fresh: 0 });
    expect(existsSync(served('papers'))).toBe(false);
    expect(release()).toMatchObject({ changed: false, name: '000002' });
    expect(readdirSync(join(place, 'releases'))).toEqual(['000001', '000002']);
  });

  it('takes a new base path for a new site', () => {
    release();
    expect(makeRelease(site, place, { base: '/' })).toMatchObject({ changed: true, fresh: 3 });
    expect(existsSync(join(place, 'current/index.html'))).toBe(true);
    expect(existsSync(join(place, 'current/pulse'))).toBe(false);
  });

  it('keeps the last three, or as many as it is told', () => {
    for (const text of ['a', 'b', 'c', 'd']) {
      write('index.html', text);
      release();
    }
    expect(readdirSync(join(place, 'releases'))).toEqual(['000002', '000003', '000004']);
    write('index.html', 'e');
    release(1);
    expect(readdirSync(join(place, 'releases'))).toEqual(['000005']);
  });

  it('goes on after a run that was killed halfway', () => {
    release();
    mkdirSync(join(place, 'releases/.new/pulse'), { recursive: true });
    writeFileSync(join(place, 'releases/.new/pulse/half.html'), 'half');
    symlinkSync('releases/.new', join(place, '.current.new'));
    write('index.html', 'whole');
    expect(release()).toMatchObject({ changed: true, name: '000002' });
    expect(existsSync(served('half.html'))).toBe(false);
    expect(readFileSync(served('index.html'), 'utf8')).toBe('whole');
  });

  it('refuses a site that is not built, and a folder that is used for something else', () => {
    expect(() => makeRelease(join(dir, 'none'), place, { base: '/' })).toThrow(/npm run build/);
    mkdirSync(join(place, 'current'), { recursive: true });
    expect(() => release()).toThrow(ReleaseError);
    expect(readdirSync(join(place, 'current'))).toEqual([]);
  });
});

describe('rollBack', () => {
  it('serves the release before, and a new one after it', () => {
    release();
    write('index.html', 'bad');
    release();
    expect(rollBack(place)).toBe('000001');
    expect(readFileSync(served('index.html'), 'utf8')).toBe(long);
    expect(() => rollBack(place)).toThrow(/no release before 000001/);
    write('index.html', 'good');
    expect(release()).toMatchObject({ name: '000003' });
    expect(readFileSync(served('index.html'), 'utf8')).toBe('good');
  });

  it('says so when there is none', () => {
    expect(() => rollBack(place)).toThrow(/holds no release before/);
  });
});
