/**
 * Which papers speak of which datasets, and come from which employers. Each shard of papers is read for it once, as long
 * as it and the names stay.
 */
import { readFileSync } from 'node:fs';
import type { Paper, PaperId } from '../paper.ts';
import type { Employer } from '../records/job.ts';
import { digest } from './digest.ts';
import { employerFinder, type EmployerFinder } from './employer-finder.ts';
import { nameFinder, type NameFinder, type Named } from './name-dictionary.ts';
import { paperParser, type SnapshotReading } from './snapshot-reading.ts';
import { replaceFile } from '../store/replace-file.ts';
import { sourceHash } from './source-hash.ts';

export interface PaperMention {
  paper: PaperId;
  /** Datasets that its title or abstract names. */
  datasets: string[];
  /** Employers that an author names as affiliation, or at whose address the paper has a page. */
  employers: string[];
}

/** What is looked for. */
export interface MentionNames {
  datasets: readonly Named[];
  employers: readonly Employer[];
}

interface Finders {
  datasets: NameFinder;
  employers: EmployerFinder;
}

/** Of one shard of papers by its sha256. */
type Notes = Record<string, PaperMention[]>;

const SOURCES = [
  'src/query/paper-mentions.ts',
  'src/query/employer-finder.ts',
  'src/query/name-dictionary.ts',
  'src/match/*.ts',
  'src/config/phrase.ts',
];

/**
 * @param file where what was found is kept between builds; one that cannot be read costs the time to look again
 * @returns mentions in the order of the papers, oldest announcement first
 */
export function paperMentions(
  snapshot: SnapshotReading,
  { datasets, employers }: MentionNames,
  file: string,
): PaperMention[] {
  if (datasets.length + employers.length === 0) return [];
  const known = employers.map(({ id, name, mentioned_as: names, site }) => [id, name, names, site]);
  const key = digest(sourceHash(SOURCES), JSON.stringify([datasets, known]));
  const kept = readNotes(file, key);
  const find = { datasets: nameFinder(datasets), employers: employerFinder(employers) };
  const parse = paperParser(snapshot);
  const notes: Notes = {};
  for (const { path, sha256 } of snapshot.shards()) {
    notes[sha256] = kept[sha256] ?? mentionsIn(snapshot.read(path).toString('utf8'), parse, find);
  }
  if (Object.keys(notes).some((sum) => !(sum in kept))) writeNotes(file, key, notes);
  return Object.values(notes).flat();
}

function mentionsIn(shard: string, parse: (line: string) => Paper, find: Finders): PaperMention[] {
  return shard.split('\n').flatMap((line) => {
    if (line === '') return [];
    const paper = parse(line);
    const [datasets, employers] = [find.datasets(paper), find.employers(paper)];
    return datasets.length + employers.length > 0 ? [{ paper: paper.id, datasets, employers }] : [];
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
  replaceFile(file, JSON.stringify({ key, notes }));
}
