import { bibtex, ris, type Citable } from '../../render/cite.ts';
import { arxivUrl } from '../../render/urls.ts';
import { csvRow } from '../../text/csv-cell.ts';
import type { PaperId } from '../../paper.ts';
import type { Mark, Marks } from './marks.ts';

export type Saved = { id: PaperId; mark: Mark };

/** All marks, read and hidden ones too: what an import takes back. */
export const marksJson = (marks: Marks): string => `${JSON.stringify(marks, null, 1)}\n`;

export function marksCsv(list: readonly Saved[]): string {
  const head = csvRow(['id', 'title', 'authors', 'announced', 'starred', 'tags', 'note', 'url']);
  const rows = list.map(({ id, mark }) =>
    csvRow([
      id,
      mark.title,
      mark.authors,
      mark.day ?? '',
      mark.star === true,
      (mark.tags ?? []).join('; '),
      mark.note ?? '',
      arxivUrl('abs', id),
    ]),
  );
  return head + rows.join('');
}

export const marksBibtex = (papers: readonly Citable[]): string =>
  papers.map((paper) => `${bibtex(paper)}\n`).join('\n');
export const marksRis = (papers: readonly Citable[]): string => papers.map(ris).join('');

/** Reads the citations of papers from their pages, a few at a time; those that cannot be had are counted, not guessed. */
export async function collectCitations<T extends Citable>(
  ids: readonly PaperId[],
  cite: (id: PaperId) => Promise<T | null>,
  onProgress: (at: number) => void,
): Promise<{ papers: T[]; failed: PaperId[] }> {
  const found = new Map<PaperId, T | null>();
  const waiting = [...ids];
  const worker = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      found.set(id, await cite(id).catch(() => null));
      onProgress(found.size);
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return {
    papers: ids.flatMap((id) => found.get(id) ?? []),
    failed: ids.filter((id) => !found.get(id)),
  };
}
