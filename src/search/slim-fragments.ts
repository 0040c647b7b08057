import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { PaperId } from '../paper.ts';

/** How Pagefind's files begin, after gzip; its browser part refuses what does not. */
const MARK = 'pagefind_dcd';

/** Of a text, in UTF-16 units: about what a row of a listing shows. */
const OPENING = 300;

/** What Pagefind keeps of a document to show it, beside what it searches. */
interface Fragment {
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** A file holds one fragment, or a group of them by id. */
type FragmentFile = Fragment | Record<string, Fragment>;

/**
 * Takes out of Pagefind's fragments what a result does not show: three fifths of their bytes. All words stay in the
 * index; a fragment keeps the opening of the text, and no words that are there to be searched alone.
 * @param dir the folder of fragments; its files are written anew
 * @returns the paper of each result, by Pagefind's name of the result
 * @throws when a file is not of the form that this version of Pagefind writes
 */
export function slimFragments(dir: string): Record<string, PaperId> {
  const papers: Record<string, PaperId> = {};
  for (const name of readdirSync(dir)) {
    const file = join(dir, name);
    const text = gunzipSync(readFileSync(file)).toString('utf8');
    if (!text.startsWith(MARK))
      throw new Error(`${file} does not begin as Pagefind's fragments did: its form has changed`);
    const found: FragmentFile = JSON.parse(text.slice(MARK.length));
    const slim = isSingle(found) ? slimmed(found) : slimGroup(found);
    writeFileSync(file, gzipSync(MARK + JSON.stringify(slim), { level: 9 }));
    const all = isSingle(found) ? { [name.replace(/\.\w+$/, '')]: found } : found;
    for (const [result, { meta }] of Object.entries(all)) papers[result] = meta['id'] ?? '';
  }
  return papers;
}

const slimGroup = (group: Record<string, Fragment>): Record<string, Fragment> =>
  Object.fromEntries(Object.entries(group).map(([id, fragment]) => [id, slimmed(fragment)]));

function isSingle(found: FragmentFile): found is Fragment {
  return typeof found['content'] === 'string';
}

function slimmed(fragment: Fragment): Fragment {
  const { words: _, ...meta } = fragment.meta;
  const { content } = fragment;
  return { ...fragment, content: opening(content), meta, filters: {} };
}

/** Up to the last whole word. */
function opening(text: string): string {
  return text.length <= OPENING ? text : text.slice(0, OPENING).replace(/\s\S*$/, '');
}
