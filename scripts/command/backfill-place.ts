import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackfillCursor } from '../../src/arxiv/backfill-range.ts';
import type { BackfillOptions, BackfillPlace } from '../../src/update/arxiv/run-backfill.ts';

/** The place of an unfinished backfill in a file of the cache folder, one for each range. */
export function placeFile(
  cacheDir: string,
  { from, through, via }: BackfillOptions,
): BackfillPlace {
  const file = join(cacheDir, `backfill-${via ?? 'api'}-${from}-${through}.json`);
  return {
    read: () => (existsSync(file) ? readCursor(file) : null),
    write(cursor) {
      if (cursor === null) return rmSync(file, { force: true });
      mkdirSync(cacheDir, { recursive: true });
      writeFileSync(`${file}.tmp`, JSON.stringify(cursor));
      renameSync(`${file}.tmp`, file);
    },
  };
}

/** Written by `write` alone, and renamed into place whole. */
function readCursor(file: string): BackfillCursor {
  const cursor: BackfillCursor = JSON.parse(readFileSync(file, 'utf8'));
  return cursor;
}
