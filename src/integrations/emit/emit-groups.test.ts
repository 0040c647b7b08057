import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emitGroups } from './emit-groups.ts';
import type { EmitGroup, EmitReport } from './groups.ts';
import { HeldFolders } from './held-folders.ts';

/** A site as groups of pages: group → page → content. */
type Site = Record<string, Record<string, string>>;

let folder: string;
const rendered: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emit-'));
  rendered.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function groupsOf(site: Site): EmitGroup[] {
  return Object.entries(site).map(([name, pages]) => ({
    name,
    folder: 'papers',
    key: JSON.stringify(pages),
    files: () =>
      Object.entries(pages).map(([page, content]) => ({
        path: `papers/${page}/index.html`,
        key: content,
        render: () => {
          rendered.push(page);
          return `<p>${content}</p>`;
        },
      })),
  }));
}

/** One build: folders aside, the output emptied and its other files drawn, as Astro does, then the groups emitted. */
function build(
  site: Site,
  { salt = 'a', outDir = join(folder, 'dist'), cacheDir = join(folder, 'cache') } = {},
): EmitReport {
  new HeldFolders(outDir, cacheDir).moveAside();
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(join(outDir, 'papers/shell'), { recursive: true });
  writeFileSync(join(outDir, 'index.html'), 'home');
  const folders = new HeldFolders(outDir, cacheDir);
  const report = emitGroups(groupsOf(site), { outDir, cacheDir, salt, held: folders.moveBack() });
  rmSync(join(outDir, 'papers/shell'), { recursive: true, force: true });
  folders.note(['papers']);
  return report;
}

function output(outDir = join(folder, 'dist')): Record<string, string> {
  const files = readdirSync(outDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [file.slice(outDir.length + 1), readFileSync(file, 'utf8')]),
  );
}

const site: Site = { 'papers/1': { a: 'A', 'hep-th/9901001': 'B' }, 'papers/2': { c: 'C' } };

describe('emitGroups', () => {
  it('writes every file of a first build', () => {
    expect(build(site)).toEqual({
      rendered: 3,
      renderedOf: { papers: 3 },
      restored: 0,
      kept: 0,
      removed: 0,
    });
    expect(output()).toEqual({
      'index.html': 'home',
      'papers/a/index.html': '<p>A</p>',
      'papers/c/index.html': '<p>C</p>',
      'papers/hep-th/9901001/index.html': '<p>B</p>',
    });
  });

  it('leaves what did not change in place when the output of the last build is there', () => {
    build(site);
    expect(build({ ...site, 'papers/2': { c: 'C2', d: 'D' } })).toEqual({
      rendered: 2,
      renderedOf: { papers: 2 },
      restored: 0,
      kept: 2,
      removed: 0,
    });
    expect(rendered.slice(3)).toEqual(['c', 'd']);
  });

  it('copies what did not change out of the cache folder when the output is gone', () => {
    build(site);
    rmSync(join(folder, 'dist'), { recursive: true });
    expect(build({ ...site, 'papers/2': { c: 'C2' } })).toMatchObject({
      rendered: 1,
      restored: 2,
      kept: 0,
    });
    expect(output()['papers/a/index.html']).toBe('<p>A</p>');
  });

  it('removes files that left, with the folders they leave empty', () => {
    build(site);
    expect(build({ 'papers/1': { a: 'A' } })).toMatchObject({ removed: 2 });
    expect(output()).toEqual({ 'index.html': 'home', 'papers/a/index.html': '<p>A</p>' });
    expect(existsSync(join(folder, 'dist/papers/hep-th'))).toBe(false);
  });

  it('keeps a file that moves from one group to another', () => {
    build(site);
    build({ 'papers/1': { a: 'A' }, 'papers/2': { 'hep-th/9901001': 'B', c: 'C' } });
    expect(output()['papers/hep-th/9901001/index.html']).toBe('<p>B</p>');
  });

  it('renders everything anew under another salt, and leaves nothing of before', () => {
    build(site);
    expect(build({ 'papers/1': { a: 'A' } }, { salt: 'b' })).toMatchObject({
      rendered: 1,
      kept: 0,
    });
    expect(Object.keys(output())).toEqual(['index.html', 'papers/a/index.html']);
  });

  it('does not trust an output folder that something else touched', () => {
    build(site);
    rmSync(join(folder, 'dist/papers/a'), { recursive: true });
    expect(build(site)).toMatchObject({ kept: 0, restored: 3 });
    expect(output()['papers/a/index.html']).toBe('<p>A</p>');
  });

  it('does not trust what a build left that broke off while it wrote', () => {
    build(site);
    const failing = groupsOf({ ...site, 'papers/2': { c: 'C2', d: 'D' } });
    failing.push({
      name: 'papers/3',
      folder: 'papers',
      key: '3',
      files: () => {
        throw new Error('disk full');
      },
    });
    const [outDir, cacheDir] = [join(folder, 'dist'), join(folder, 'cache')];
    new HeldFolders(outDir, cacheDir).moveAside();
    const held = new HeldFolders(outDir, cacheDir).moveBack();
    expect(() => emitGroups(failing, { outDir, cacheDir, salt: 'a', held })).toThrow('disk full');
    build(site);
    expect(output()['papers/c/index.html']).toBe('<p>C</p>');
    expect(output()).not.toHaveProperty('papers/d/index.html');
  });

  it('trusts folders that a build moved aside before it broke off in drawing', () => {
    build(site);
    new HeldFolders(join(folder, 'dist'), join(folder, 'cache')).moveAside();
    expect(build(site)).toMatchObject({ kept: 3, rendered: 0 });
    expect(output()['papers/a/index.html']).toBe('<p>A</p>');
  });

  it.each(['cut short', 'missing'])('makes the files of a pack that is %s again', (how) => {
    build(site);
    const pack = join(folder, 'cache/packs/papers/1.pack');
    if (how === 'missing') rmSync(pack);
    else truncateSync(pack, 40);
    rmSync(join(folder, 'dist'), { recursive: true });
    expect(build(site)).toMatchObject({ rendered: 2, restored: 1 });
    expect(output()['papers/a/index.html']).toBe('<p>A</p>');
  });

  it('gives the same output as a clean build, over any sequence of sites and losses', () => {
    const pages = fc.dictionary(
      fc.constantFrom('a', 'b', 'x/1', 'x/2'),
      fc.constantFrom('1', '2', '3'),
    );
    // A path belongs to one group: the later one that names it.
    const sites = fc.tuple(pages, pages, pages).map((groups): Site => {
      const owner = new Map(
        groups.flatMap((group, at) => Object.keys(group).map((page) => [page, at] as const)),
      );
      return Object.fromEntries(
        groups.map((group, at) => [
          `papers/${at}`,
          Object.fromEntries(Object.entries(group).filter(([page]) => owner.get(page) === at)),
        ]),
      );
    });
    const loss = fc.constantFrom('none', 'dist', 'cache', 'pack');
    const step = fc.record({ site: sites, loss });
    const result = fc.check(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
        rmSync(join(folder, 'dist'), { recursive: true, force: true });
        rmSync(join(folder, 'cache'), { recursive: true, force: true });
        for (const { site, loss } of steps) {
          build(site);
          if (loss === 'dist') rmSync(join(folder, 'dist'), { recursive: true });
          if (loss === 'cache') rmSync(join(folder, 'cache'), { recursive: true });
          if (loss === 'pack') rmSync(join(folder, 'cache/packs/papers/1.pack'), { force: true });
          const clean = { outDir: join(folder, 'clean'), cacheDir: join(folder, 'no-cache') };
          rmSync(clean.cacheDir, { recursive: true, force: true });
          build(site, clean);
          if (loss !== 'dist' && !isDeepStrictEqual(output(), output(clean.outDir))) return false;
        }
        return true;
      }),
      { numRuns: 40 },
    );
    expect(result).toMatchObject({ failed: false, counterexample: null });
  });
});
