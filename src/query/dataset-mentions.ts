/** Which papers mention which datasets by name. Each shard of papers is read for it once, as long as it and the names stay. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Paper, PaperId } from '../paper.ts';
import { digest } from './digest.ts';
import { nameFinder, type NameFinder, type Named } from './name-dictionary.ts';
import { paperParser, type SnapshotReading } from './snapshot-reading.ts';
import { sourceHash } from './source-hash.ts';

export interface DatasetMention {
  paper: PaperId;
  datasets: string[];
}

/** Of one shard of papers by its sha256. */
type Notes = Record<string, DatasetMention[]>;

const SOURCES = [
  'src/query/dataset-mentions.ts',
  'src/query/name-dictionary.ts',
  'src/match/*.ts',
  'src/config/phrase.ts',
];

/**
 * @param names the datasets that are looked for
 * @param file where what was found is kept between builds; one that cannot be read costs the time to look again
 * @returns mentions in the order of the papers, oldest announcement first
 */
export function datasetMentions(
  snapshot: SnapshotReading,
  names: readonly Named[],
  file: string,
): DatasetMention[] {
  if (names.length === 0) return [];
  const key = digest(sourceHash(SOURCES), JSON.stringify(names));
  const kept = readNotes(file, key);
  const find = nameFinder(names);
  const parse = paperParser(snapshot);
  const notes: Notes = {};
  for (const { path, sha256 } of snapshot.shards()) {
    notes[sha256] = kept[sha256] ?? mentionsIn(snapshot.read(path).toString('utf8'), parse, find);
  }
  if (Object.keys(notes).some((sum) => !(sum in kept))) writeNotes(file, key, notes);
  return Object.values(notes).flat();
}

function mentionsIn(
  shard: string,
  parse: (line: string) => Paper,
  find: NameFinder,
): DatasetMention[] {
  return shard.split('\n').flatMap((line) => {
    if (line === '') return [];
    const paper = parse(line);
    const datasets = find(paper);
    return datasets.length > 0 ? [{ paper: paper.id, datasets }] : [];
  });
}

function readNotes(file: string, key: string): Notes {
  try {
    const kept: { key: string; notes: Notes } = JSON.parse(readFileSync(file, 'utf8'));
    return kept.key === key ? kept.notes : {};
  } catch {
    // Not there, or cut off: looked for again.
    return {};
  }
}

function writeNotes(file: string, key: string, notes: Notes): void {
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.${process.pid}.tmp`;
  writeFileSync(half, JSON.stringify({ key, notes }));
  renameSync(half, file);
}
