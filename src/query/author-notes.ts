/** Who wrote which papers, shard by shard. Each shard of papers is read for it once, as long as it stays. */
import { readFileSync } from 'node:fs';
import type { Day, Paper, PaperId } from '../paper.ts';
import { digest } from './digest.ts';
import { paperParser, type SnapshotReading } from './snapshot-reading.ts';
import { replaceFile } from '../store/replace-file.ts';
import { sourceHash } from './source-hash.ts';

export interface AuthoredPaper {
  id: PaperId;
  title: string;
  authors: string[];
}

/** Of one shard of papers by its sha256. */
type Notes = Record<string, AuthoredPaper[]>;

const SOURCES = ['src/query/author-notes.ts'];

/**
 * @param file where the notes are kept between builds; one that cannot be read costs the time to read the shards again
 * @returns the papers of each announcement day, newest day first
 */
export function authorNotes(
  snapshot: SnapshotReading,
  file: string,
): { date: Day; papers: AuthoredPaper[] }[] {
  const key = digest(sourceHash(SOURCES));
  const kept = readNotes(file, key);
  const parse = paperParser(snapshot);
  const notes: Notes = {};
  const days = snapshot.shards('papers').map(({ key: date, path, sha256 }) => {
    const papers = kept[sha256] ?? papersIn(snapshot.read(path).toString('utf8'), parse);
    notes[sha256] = papers;
    return { date, papers };
  });
  const stays = Object.keys(notes).length === Object.keys(kept).length;
  if (!stays || Object.keys(notes).some((sum) => !(sum in kept))) writeNotes(file, key, notes);
  return days.sort((a, b) => (a.date < b.date ? 1 : -1));
}

function papersIn(shard: string, parse: (line: string) => Paper): AuthoredPaper[] {
  return shard.split('\n').flatMap((line) => {
    if (line === '') return [];
    const { id, title, authors } = parse(line);
    return [{ id, title, authors: authors.map(({ name }) => name) }];
  });
}

function readNotes(file: string, key: string): Notes {
  try {
    const kept: { key: string; notes: Notes } = JSON.parse(readFileSync(file, 'utf8'));
    return kept.key === key ? kept.notes : {};
  } catch {
    return {}; // Not there, or cut off: read again.
  }
}

function writeNotes(file: string, key: string, notes: Notes): void {
  replaceFile(file, JSON.stringify({ key, notes }));
}
