import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moveInto } from './move-into.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'move-into-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
};
const read = (path: string): string => readFileSync(join(dir, path), 'utf8');

describe('moveInto', () => {
  it('brings new folders beside what is there and leaves nothing behind', () => {
    write('made/data/pulse.sqlite', 'rows');
    write('made/search-index/periods.json', '[]');
    write('site/data/index.html', 'page');
    moveInto(join(dir, 'site'), join(dir, 'made'));
    expect(read('site/data/pulse.sqlite')).toBe('rows');
    expect(read('site/data/index.html')).toBe('page');
    expect(read('site/search-index/periods.json')).toBe('[]');
    expect(existsSync(join(dir, 'made'))).toBe(false);
  });

  it('takes the place of a file of the same name', () => {
    write('made/data/manifest.json', 'new');
    write('site/data/manifest.json', 'old');
    moveInto(join(dir, 'site'), join(dir, 'made'));
    expect(read('site/data/manifest.json')).toBe('new');
  });

  it('says when there is nothing to move from', () => {
    expect(() => moveInto(join(dir, 'site'), join(dir, 'made'))).toThrow(/made/);
  });
});
