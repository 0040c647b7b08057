import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SampleArchive } from '../archive/sample-archive.ts';
import { samplePaper } from '../archive/sample-papers.ts';
import { restoreSnapshot } from '../../src/store/restore-snapshot.ts';
import { contents } from '../../src/store/fixtures/folder.ts';
import { makeReleaseFiles } from '../../src/data-files/release-files.ts';

const papers = [
  samplePaper({ id: '2601.00010', announced: '2026-01-05' }),
  samplePaper({ id: '2611.00002', announced: '2026-11-24' }),
];

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'release-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('a release holds snapshot, SQLite, Parquet, manifest and bill of materials, and its checksums fit', async () => {
  using sample = new SampleArchive();
  sample.commit({ papers });
  const outDir = join(dir, 'out');
  const places = { dataDir: sample.dataDir, cacheDir: join(dir, 'cache'), outDir, salt: 's' };
  const names = await makeReleaseFiles(await sample.open(), '{"bomFormat":"CycloneDX"}', places);
  expect(names).toEqual([
    'embodied-pulse.sqlite',
    'manifest.json',
    'parquet.tar',
    'sbom.cdx.json',
    'snapshot.tar.gz',
    'SHA256SUMS',
  ]);
  expect(readdirSync(outDir).toSorted()).toEqual(names.toSorted());
  execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: outDir });
  expect(execFileSync('tar', ['-tf', join(outDir, 'parquet.tar')], { encoding: 'utf8' })).toContain(
    'papers/year=2026/2026-11.parquet',
  );
  expect(readFileSync(join(outDir, 'manifest.json'), 'utf8')).toBe(
    readFileSync(join(sample.dataDir, 'manifest.json'), 'utf8'),
  );

  const restored = join(dir, 'restored');
  const to = { dir: restored, backups: join(dir, 'backups'), today: '2026-11-24' };
  restoreSnapshot(join(outDir, 'snapshot.tar.gz'), to);
  expect(contents(restored)).toEqual(contents(sample.dataDir));
});

it('no release is made of a damaged snapshot', async () => {
  using sample = new SampleArchive();
  sample.commit({ papers });
  const archive = await sample.open();
  const shard = join(sample.dataDir, 'papers/2026/2026-11-24.ndjson');
  writeFileSync(shard, readFileSync(shard, 'utf8').replace('2611.00002', '2611.00003'));
  const outDir = join(dir, 'out');
  await expect(
    makeReleaseFiles(archive, '{}', { dataDir: sample.dataDir, cacheDir: dir, outDir, salt: 's' }),
  ).rejects.toThrow(/2026-11-24\.ndjson/);
});
