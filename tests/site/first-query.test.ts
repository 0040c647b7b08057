import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { makeArchive } from '../../bench/archive/make-archive.ts';
import { NEW_A_DAY } from '../../bench/archive/synthetic-paper.ts';
import { textPool } from '../../bench/archive/texts.ts';
import { firstQueryBytes } from '../../bench/first-query.ts';
import { makeSearchIndex } from '../../src/search/build-search-index.ts';
import { DEFAULT_PERIOD_SIZES } from '../../src/search/search-periods.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';

const dir = mkdtempSync(join(tmpdir(), 'first-query-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The newest period is what a first query needs, and at most this large at any size of the archive. */
const LARGEST = DEFAULT_PERIOD_SIZES.medium - NEW_A_DAY;

it('a first query asks for at most 400 KB, at any size of the archive', async () => {
  const dataDir = join(dir, 'data');
  makeArchive(dataDir, LARGEST, { seed: 3, texts: textPool().texts });
  const cacheDir = join(dir, 'search');
  const { periods } = await makeSearchIndex({
    snapshot: openSnapshot(dataDir),
    tagsOf: () => ({
      topics: [{ id: 'vla', name: { en: 'VLA', zh: '视觉' } }],
      facets: [],
      hasCode: false,
    }),
    configKey: '',
    cacheDir,
  });
  const [newest] = periods;
  expect(newest?.papers).toBeGreaterThan(LARGEST - NEW_A_DAY);
  expect(firstQueryBytes(join(cacheDir, newest?.id ?? '', 'index'))).toBeLessThanOrEqual(
    400 * 1024,
  );
}, 120_000);
