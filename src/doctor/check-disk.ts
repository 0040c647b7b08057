import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Check } from './context.ts';
import { ok, problem, warning, type Finding } from './finding.ts';

/** A build of the largest site that is allowed takes its size and its caches; a run takes a few megabytes. */
const FOR_A_BUILD = 3e9;
const FOR_A_RUN = 2e8;

/** @param free bytes */
export function judgeDisk(free: number, where: string): Finding {
  const size = `${(free / 1e9).toFixed(1)} GB`;
  if (free < FOR_A_RUN)
    return problem(`${size} are free: not enough for a run.`, where, 'Free some space.');
  if (free < FOR_A_BUILD)
    return warning(
      `${size} are free: a full build of a large archive may need 3 GB.`,
      where,
      'Free some space, or delete dist/ and .cache/.',
    );
  return ok(`${size} are free.`, where);
}

export const checkDisk: Check = {
  name: 'disk',
  look({ dataDir }) {
    let place = dataDir;
    while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
    const { bavail, bsize } = statfsSync(place);
    return [judgeDisk(bavail * bsize, place)];
  },
};
