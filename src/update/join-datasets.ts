/** What people keep by hand and what Hugging Face lists, as one list. */
import type { Day } from '../paper.ts';
import type { Dataset } from '../records/dataset.ts';
import type { DatasetEntry } from '../sources/curated/dataset-entry.ts';
import type { HubDataset } from '../sources/huggingface/hub-dataset.ts';

const HUB = 'https://huggingface.co/datasets/';

/**
 * Which dataset at Hugging Face an entry is: the one that its data link names; else, of those that name its paper and
 * bear its name, the one downloaded most.
 */
export function hubTwin(
  entry: DatasetEntry,
  hub: ReadonlyMap<string, HubDataset>,
): HubDataset | null {
  const linked = [entry.data, entry.project].find((link) => link?.startsWith(HUB));
  const id = linked?.slice(HUB.length).replace(/\/(?:tree|blob|viewer)\/.*$|\/+$|[?#].*$/g, '');
  if (id !== undefined) return hub.get(id) ?? null;
  const { paper } = entry;
  if (paper === null) return null;
  const name = bare(entry.name);
  const named = [...hub.values()].filter(
    ({ id, papers }) => papers.includes(paper) && bare(id.split('/')[1] ?? '').includes(name),
  );
  return named.toSorted((a, b) => b.downloads - a.downloads || (a.id < b.id ? -1 : 1))[0] ?? null;
}

const bare = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** A curated entry as a record; its facts are ours, its figures those of Hugging Face. */
export function curatedDataset(
  entry: DatasetEntry,
  twin: HubDataset | null,
  known: Dataset | undefined,
  today: Day,
): Dataset {
  const {
    id,
    name,
    mentioned_as: names,
    year,
    publisher,
    size,
    modalities,
    embodiments,
    simulated,
    licence,
    paper,
    project,
    data,
  } = entry;
  const huggingface = twin === null ? (known?.huggingface ?? null) : figures(twin, known, today);
  return {
    id, name, ...(names && { mentioned_as: names }), year, publisher, size, modalities, embodiments, simulated,
    licence,
    paper, project,
    data: data ?? (huggingface === null ? null : HUB + huggingface.id),
    description: entry.description,
    tags: entry.tags,
    curated: true,
    huggingface,
    first_seen: known?.first_seen ?? today,
  }; // prettier-ignore
}

/** A dataset that Hugging Face alone knows. */
export function hubOnlyDataset(hub: HubDataset, known: Dataset | undefined, today: Day): Dataset {
  const [publisher = hub.id, name = hub.id] = hub.id.split('/');
  const [paper = null, ...more] = hub.papers;
  return {
    id: hubId(hub.id),
    name,
    year: hub.created === null ? null : Number(hub.created.slice(0, 4)),
    publisher,
    size: [],
    modalities: hub.modalities,
    embodiments: [],
    simulated: null,
    licence: hub.licence,
    // of several papers none is known to introduce it
    paper: more.length > 0 ? null : paper,
    project: null,
    data: HUB + hub.id,
    description: null,
    tags: hub.tags,
    curated: false,
    huggingface: figures(hub, known, today),
    first_seen: known?.first_seen ?? today,
  };
}

export const hubId = (id: string): string => `hf/${id}`;

/** Days that figures stand before they are written anew. */
const FIGURE_DAYS = 7;

/**
 * Downloads change by the hour, and each change would be a line in the history of the repository: figures are written
 * anew once a week, or when the dataset itself has changed.
 */
function figures(hub: HubDataset, known: Dataset | undefined, today: Day): Dataset['huggingface'] {
  const before = known?.huggingface;
  const next = {
    id: hub.id,
    downloads: hub.downloads,
    likes: hub.likes,
    last_modified: hub.lastModified,
    as_of: today,
  };
  if (!before || before.id !== next.id || before.last_modified !== next.last_modified) return next;
  const age = (Date.parse(today) - Date.parse(before.as_of)) / 86_400_000;
  const same = before.downloads === next.downloads && before.likes === next.likes;
  return same || age < FIGURE_DAYS ? before : next;
}
