/** Datasets as a source of the daily run: the list kept by hand, and Hugging Face's, joined. */
import { isDeepStrictEqual } from 'node:util';
import { ConfigError } from '../config/config-error.ts';
import type { Dataset } from '../records/dataset.ts';
import type { DatasetEntry } from '../sources/curated/dataset-entry.ts';
import { readDatasets } from '../sources/curated/read-datasets.ts';
import { fetchHub, type HubAnswer } from '../sources/huggingface/fetch-hub.ts';
import { datasets } from '../store/dataset-kind.ts';
import { curatedDataset, hubId, hubOnlyDataset, hubTwin } from './join-datasets.ts';
import type { RunContext, Source, SourceOutcome } from './source.ts';
import { wholeOf } from './whole-of-parts.ts';

export const datasetsSource: Source = { name: 'datasets', run };

async function run(context: RunContext): Promise<SourceOutcome> {
  const { config, env, client, archive, today } = context;
  const { file, huggingface } = config.datasets;
  const address = (env.HUGGINGFACE_URL ?? config.endpoints.huggingface_url).replace(/\/+$/, '');
  const curated = await entriesOf(file);
  const hub = await fetchHub(huggingface, address, client);
  const known = new Map(
    [...archive.snapshot.records(datasets)].map((record) => [record.id, record]),
  );

  const next: Dataset[] = [];
  const taken = new Set<string>();
  for (const entry of curated.entries) {
    const twin = hubTwin(entry, hub.datasets);
    if (twin) taken.add(twin.id);
    next.push(curatedDataset(entry, twin, known.get(entry.id), today));
  }
  // without the list kept by hand it is not known which of these it has already
  const hubOnly =
    curated.problem === null ? [...hub.datasets.values()].filter(({ id }) => !taken.has(id)) : [];
  next.push(
    ...hubOnly.map((dataset) => hubOnlyDataset(dataset, known.get(hubId(dataset.id)), today)),
  );

  const upsert = next.filter((record) => !isDeepStrictEqual(record, known.get(record.id)));
  const remove = curated.problem === null ? leaving(known, curated.entries, taken, file) : [];
  const parts = {
    curated: curatedOutcome(curated.problem, upsert, known),
    huggingface: hubOutcome(hub, upsert, known, context),
  };
  return { ...wholeOf(parts), records: [{ kind: datasets, upsert, remove }], parts };
}

interface Curated {
  entries: DatasetEntry[];
  problem: string | null;
}

async function entriesOf(file: string): Promise<Curated> {
  try {
    return { entries: await readDatasets(file), problem: null };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { entries: [], problem: error.message };
  }
}

/** Who was taken out of the file, and records of Hugging Face that an entry stands for by now. */
function leaving(
  known: ReadonlyMap<string, Dataset>,
  entries: readonly DatasetEntry[],
  taken: ReadonlySet<string>,
  file: string,
) {
  const listed = new Set(entries.map(({ id }) => id));
  return [...known.values()].flatMap(({ id, curated, huggingface }) => {
    if (curated) return listed.has(id) ? [] : [{ id, why: `no longer in ${file}` }];
    return huggingface && taken.has(huggingface.id)
      ? [{ id, why: `it is an entry of ${file}` }]
      : [];
  });
}

function broughtBy(
  curated: boolean,
  upsert: readonly Dataset[],
  known: ReadonlyMap<string, Dataset>,
) {
  const ours = upsert.filter((record) => record.curated === curated);
  const added = ours.filter(({ id }) => !known.has(id)).length;
  return { added, updated: ours.length - added };
}

function curatedOutcome(
  problem: string | null,
  upsert: readonly Dataset[],
  known: ReadonlyMap<string, Dataset>,
): SourceOutcome {
  if (problem !== null)
    return { state: 'failing', answered: false, problems: [{ message: problem }] };
  return { state: 'quiet', answered: true, brought: broughtBy(true, upsert, known) };
}

function hubOutcome(
  { lists, problems }: HubAnswer,
  upsert: readonly Dataset[],
  known: ReadonlyMap<string, Dataset>,
  { today }: RunContext,
): SourceOutcome {
  const told = problems.map((message) => ({ message }));
  if (lists.failed > 0)
    return {
      state: 'failing',
      answered: false,
      brought: broughtBy(false, upsert, known),
      problems: told,
    };
  const isNew = [...upsert, ...known.values()].some(
    ({ curated, first_seen }) => !curated && first_seen === today,
  );
  return {
    state: isNew ? 'new' : 'quiet',
    answered: true,
    brought: broughtBy(false, upsert, known),
    problems: told,
  };
}
