import { runInNewContext } from 'node:vm';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeServiceWorker } from './offline.ts';

describe('writeServiceWorker', () => {
  let site: string;
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  };
  const worker = () => readFileSync(join(site, 'sw.js'), 'utf8');

  beforeEach(() => {
    site = mkdtempSync(join(tmpdir(), 'offline-'));
    write(
      'index.html',
      '<link href=/_astro/site.abc.css><script src="/_astro/main.def.js"></script>',
    );
    write('days/2026-11-24/index.html', 'a day');
    write('api/v1/days/2026-11-24.json', '{"papers":[]}');
    write('_astro/site.abc.css', 'a{}');
    write('_astro/main.def.js', 'import("./late.ghi.js")');
    write('_astro/late.ghi.js', '1');
    write('_astro/other.jkl.js', '2');
    write('_astro/charts.mno.js', 'import("./late.ghi.js")'.padEnd(60_000));
  });
  afterEach(() => rmSync(site, { recursive: true, force: true }));

  it('keeps what the pages load, also later on, and nothing else', () => {
    const { shell, days } = writeServiceWorker(site, '/', ['2026-11-24']);
    expect(shell.map(([path]) => path)).toEqual([
      '',
      '_astro/late.ghi.js',
      '_astro/main.def.js',
      '_astro/site.abc.css',
    ]);
    expect(days.map(([path]) => path)).toEqual(['days/2026-11-24/', 'api/v1/days/2026-11-24.json']);
  });

  it('leaves out what is large', () => {
    write('index.html', '/_astro/charts.mno.js');
    const { shell } = writeServiceWorker(site, '/', []);
    expect(shell.map(([path]) => path)).toEqual(['']);
  });

  it('is the same for the same site, and another version once a file is another', () => {
    const before = writeServiceWorker(site, '/', ['2026-11-24']);
    const text = worker();
    expect(writeServiceWorker(site, '/', ['2026-11-24'])).toEqual(before);
    expect(worker()).toBe(text);
    write('days/2026-11-24/index.html', 'a day with one more');
    const after = writeServiceWorker(site, '/', ['2026-11-24']);
    expect(after.version).not.toBe(before.version);
    expect(after.shell).toEqual(before.shell);
  });

  it('is a script that runs by itself', () => {
    writeServiceWorker(site, '/pulse/', ['2026-11-24']);
    const heard: string[] = [];
    runInNewContext(worker(), { addEventListener: (type: string) => heard.push(type) });
    expect(heard).toEqual(['install', 'activate', 'fetch']);
  });

  it('does without days and pages that are not there', () => {
    rmSync(join(site, 'index.html'));
    expect(writeServiceWorker(site, '/', [])).toMatchObject({ shell: [], days: [] });
  });
});
