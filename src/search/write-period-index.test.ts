import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CustomRecord } from 'pagefind';
import { afterAll, describe, expect, it } from 'vitest';
import { PeriodIndexer } from './write-period-index.ts';

const folders: string[] = [];
const folder = async (): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), 'pulse-search-'));
  folders.push(made);
  return made;
};
afterAll(async () => {
  await Promise.all(folders.map((f) => rm(f, { recursive: true })));
});

async function writePeriodIndex(documents: readonly CustomRecord[], outDir: string) {
  const write = await new PeriodIndexer('tested').read(documents, outDir);
  return write();
}

const documents = Array.from({ length: 40 }, (_, i) => ({
  url: `papers/2611.${String(i).padStart(5, '0')}/`,
  content: `Paper ${i} on grasping. Words number ${i * 7}.`,
  language: 'en',
  meta: { title: `Paper ${i}` },
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

  it('keeps of each text its opening, and all its words in the index', async () => {
    const dir = join(await folder(), 'x');
    const long = `Start of it. ${'Some more words of the middle. '.repeat(40)} Zyzzyva ends it.`;
    const meta = { words: 'alone', title: 'T' };
    await writePeriodIndex([{ url: 'papers/1/', content: long, language: 'en', meta }], dir);
    const [name = ''] = await readdir(join(dir, 'fragment'));
    const text = gunzipSync(await readFile(join(dir, 'fragment', name))).toString();
    expect(JSON.parse(text.replace('pagefind_dcd', ''))).toMatchObject({
      url: 'papers/1/',
      meta: { title: 'T' },
    });
    expect(text).toContain('Start of it.');
    expect(text.length).toBeLessThan(700);
    expect(text).not.toContain('Zyzzyva');
    expect(text).not.toContain('alone');
    const indexed = await readdir(join(dir, 'index'));
    const words = await Promise.all(
      indexed.map(async (file) =>
        gunzipSync(await readFile(join(dir, 'index', file))).toString('latin1'),
      ),
    );
    expect(words.join('')).toContain('zyzzyva');
  });

  it('is made by one process while another reads the next, each to the bytes of its own', async () => {
    const [alone, a, b] = [await folder(), await folder(), await folder()].map((f) => join(f, 'x'));
    if (!alone || !a || !b) throw new Error('no folder');
    await writePeriodIndex(documents, alone);
    const write = await new PeriodIndexer('one').read(documents, a);
    const [next] = await Promise.all([
      new PeriodIndexer('two').read(documents.slice(0, 9), b),
      write(),
    ]);
    expect(Object.keys(await next())).toHaveLength(9);
    expect(await bytesOf(a)).toEqual(await bytesOf(alone));
  });

  it('ends with an error where it cannot be written', async () => {
    const file = join(await folder(), 'file');
    await writeFile(file, 'a file where a folder belongs');
    await expect(writePeriodIndex(documents, join(file, 'x'))).rejects.toThrow(/file/);
  });

  it('replaces what was there', async () => {
    const dir = join(await folder(), 'x');
    await writePeriodIndex(documents, dir);
    const before = await readdir(join(dir, 'fragment'));
    await writePeriodIndex(documents.slice(0, 1), dir);
    expect((await readdir(join(dir, 'fragment'))).length).toBeLessThan(before.length);
  });
});
