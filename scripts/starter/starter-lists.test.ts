import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SectionRun } from '../../tests/sources/section-run.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { datasets } from '../../src/store/dataset-kind.ts';
import { employers } from '../../src/store/job-kinds.ts';
import { datasetsSource } from '../../src/update/datasets-source.ts';
import { jobsSource } from '../../src/update/jobs-source.ts';
import { startArchive } from './start-archive.ts';
import { starterLists } from './starter-lists.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'starter-lists-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('an archive begins with the datasets and employers kept by hand, and a second start changes nothing', async () => {
  const lists = await starterLists('2026-06-03');
  startArchive(folder, [], false, lists);
  const snapshot = openSnapshot(folder, { cacheFile: null });
  expect([...snapshot.records(datasets)].length).toBeGreaterThanOrEqual(40);
  expect([...snapshot.records(employers)].length).toBeGreaterThanOrEqual(25);
  expect(startArchive(folder, [], false, lists).changed).toBe(false);
});

it('the first run finds them as it would have made them, and changes none', async () => {
  using run = new SectionRun({
    jobs: { github: [], greenhouse: [], lever: [], file: 'data/jobs.yaml' },
    datasets: {
      file: 'data/datasets.yaml',
      huggingface: { tags: [], search: [], limit: 1, min_downloads: 0 },
    },
  });
  startArchive(run.dir, [], true, await starterLists('2026-06-03'));
  const before = [run.records(datasets), run.records(employers)];
  await run.run(datasetsSource, '2026-11-24T06:17:00Z');
  await run.run(jobsSource, '2026-11-24T06:17:00Z');
  expect([run.records(datasets), run.records(employers)]).toEqual(before);
});

it('the archive that ships holds every entry of both lists', async (context) => {
  const shipped = openSnapshot('data', { cacheFile: null });
  const [sets, houses] = await starterLists('2026-06-03');
  const held = new Set(
    [...shipped.records(datasets), ...shipped.records(employers)].map(({ id }) => id),
  );
  const hasRun = Object.keys(shipped.manifest.sources).length > 0;
  if (held.size === 0 || hasRun) context.skip('data/ is an archive of its own by now');
  const listed = [...(sets?.records ?? []), ...(houses?.records ?? [])].map(({ id }) => id);
  expect(listed.filter((id) => !held.has(id))).toEqual([]);
});
