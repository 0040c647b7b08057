import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { closeSearchIndexer, writePeriodIndex } from './write-period-index.ts';

const folders: string[] = [];
const folder = async (): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), 'pulse-search-'));
  folders.push(made);
  return made;
};
afterAll(async () => {
  await closeSearchIndexer();
  await Promise.all(folders.map((f) => rm(f, { recursive: true })));
});

const documents = Array.from({ length: 40 }, (_, i) => ({
  url: `papers/2611.${String(i).padStart(5, '0')}/`,
  html: `<html lang="en"><body><main data-pagefind-body><h1>Paper ${i} on grasping</h1><p>Words number ${i * 7}.</p></main></body></html>`,
}));

async function bytesOf(dir: string): Promise<Record<string, string>> {
  const names = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = names.filter((n) => n.isFile()).map((n) => join(n.parentPath, n.name));
  return Object.fromEntries(
    await Promise.all(
      files
        .toSorted()
        .map(async (f) => [f.slice(dir.length), (await readFile(f)).toString('base64')] as const),
    ),
  );
}

describe('a period’s index', () => {
  it('has the same bytes when it is made again', async () => {
    const [a, b] = [join(await folder(), 'x'), join(await folder(), 'x')];
    await writePeriodIndex(documents, a);
    await writePeriodIndex(documents, b);
    expect(await bytesOf(a)).toEqual(await bytesOf(b));
  });

  it('holds what a browser loads and none of the ready-made interfaces', async () => {
    const dir = join(await folder(), 'x');
    await writePeriodIndex(documents, dir);
    const names = await readdir(dir);
    expect(names).toEqual(
      expect.arrayContaining([
        'pagefind.js',
        'pagefind-worker.js',
        'pagefind-entry.json',
        'wasm.en.pagefind',
      ]),
    );
    expect(names.filter((n) => /ui|highlight|component|unknown/.test(n))).toEqual([]);
    expect((await readdir(join(dir, 'fragment'))).length).toBeLessThanOrEqual(4);
  });

  it('replaces what was there', async () => {
    const dir = join(await folder(), 'x');
    await writePeriodIndex(documents, dir);
    const before = await readdir(join(dir, 'fragment'));
    await writePeriodIndex(documents.slice(0, 1), dir);
    expect((await readdir(join(dir, 'fragment'))).length).toBeLessThan(before.length);
  });
});
