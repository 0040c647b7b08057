import type { Archive } from '../../query/archive.ts';
import { tellMade } from '../../query/made-elsewhere.ts';
import { openArchive } from '../../query/open-archive.ts';

/**
 * Opens the archive in a thread, and makes first what pages wait for; it is kept in the cache folder, where they find it.
 * @param made by which it tells, also when it fails
 */
export async function openFirst(
  made: SharedArrayBuffer,
  first: (papers: Archive) => unknown,
): Promise<Archive> {
  try {
    const papers = await openArchive();
    first(papers);
    return papers;
  } finally {
    tellMade(made);
  }
}
