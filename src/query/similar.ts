import { similarPapers, type SimilarReport } from '../similar/similar-papers.ts';
import { textKeys } from '../similar/text-keys.ts';
import type { Day, Paper } from '../paper.ts';
import { paperParser, type SnapshotReading } from './snapshot-reading.ts';

/**
 * Similar papers of the whole archive, computed when a page first asks: only the days since the first one whose texts
 * changed are compared.
 */
export function openSimilar(snapshot: SnapshotReading, cacheDir: string): () => SimilarReport {
  const parse = paperParser(snapshot);
  const shards = snapshot.shards('papers');
  const pathOf = new Map(shards.map(({ key, path }) => [key, path]));
  const papersOf = (date: Day): Paper[] => {
    const path = pathOf.get(date);
    if (path === undefined) return [];
    const lines = snapshot.read(path).toString('utf8').split('\n');
    return lines.filter((line) => line !== '').map(parse);
  };
  let report: SimilarReport | null = null;
  return () => {
    if (report) return report;
    const days = textKeys(shards, papersOf, cacheDir);
    report = similarPapers({ days: () => days, papersOf }, cacheDir);
    return report;
  };
}
