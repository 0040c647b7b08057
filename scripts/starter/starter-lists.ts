import type { Day } from '../../src/paper.ts';
import { readDatasets } from '../../src/sources/curated/read-datasets.ts';
import { readEmployers } from '../../src/sources/curated/read-employers.ts';
import { datasets } from '../../src/store/dataset-kind.ts';
import { employers } from '../../src/store/job-kinds.ts';
import { curatedDataset } from '../../src/update/join-datasets.ts';
import type { StarterList } from './start-archive.ts';

/**
 * The lists kept by hand as the records that a run would make of them, so that the pages of datasets and jobs are full
 * before the first run.
 *
 * @param today the UTC day on which the archive begins
 * @throws {ConfigError} when a list has mistakes
 */
export async function starterLists(today: Day): Promise<StarterList[]> {
  const [sets, houses] = [await readDatasets(), await readEmployers()];
  return [
    {
      kind: datasets,
      records: sets.map((entry) => curatedDataset(entry, null, undefined, today)),
    },
    { kind: employers, records: houses.map((entry) => ({ ...entry, first_seen: today })) },
  ];
}
