/**
 * What several channels say of the same paper → one paper. The highest version wins; of its texts the API's over
 * OAI-PMH's over the feed's. The license comes from OAI-PMH or the feed, the mark of withdrawal from OAI-PMH when it
 * knows that version. The order in which the channels answered does not matter.
 */
import type { FetchedPaper, PaperId } from '../paper.ts';
import { comparePaperIds } from '../text/ids.ts';

const RANK = { api: 0, oai: 1, feed: 2 } as const;

/** In: papers in any order, any number of times. Out: each id once, in order of ids. */
export function joinChannels(papers: Iterable<FetchedPaper>): FetchedPaper[] {
  const statements = new Map<PaperId, FetchedPaper[]>();
  for (const paper of papers) {
    const said = statements.get(paper.id);
    if (said) said.push(paper);
    else statements.set(paper.id, [paper]);
  }
  return [...statements.values()].map(joinOne).sort((a, b) => comparePaperIds(a.id, b.id));
}

function joinOne(said: readonly FetchedPaper[]): FetchedPaper {
  const best = [...said].sort(better);
  const [base] = best;
  if (!base) throw new RangeError('A paper that nobody states cannot be joined.');
  const { license: _license, withdrawn: _withdrawn, ...rest } = base;
  const same = best.filter(({ version }) => version === base.version);
  // Of a version that only the feed knows, the dates are guesses: the first submission is stated elsewhere.
  const dated = best.find(({ from }) => from !== 'feed') ?? base;
  const license = (byOwner(same) ?? byOwner(best))?.license;
  const feed = same.find(({ from }) => from === 'feed');
  return {
    ...rest,
    submitted: dated.submitted,
    updated: base.updated < dated.updated ? dated.updated : base.updated,
    primary_category: dated.primary_category,
    // A cross-list is announced before the metadata follow.
    categories: [
      ...new Set([dated.primary_category, ...base.categories, ...(feed?.categories ?? [])]),
    ],
    abstract: base.abstract ?? first(same, 'abstract'),
    comment: base.comment ?? first(same, 'comment'),
    journal_ref: base.journal_ref ?? first(best, 'journal_ref'),
    doi: base.doi ?? first(best, 'doi'),
    ...(license === undefined ? {} : { license }),
    ...(isWithdrawn(same) ? { withdrawn: true } : {}),
  };
}

/** Total, so that equal statements cannot depend on their order of arrival. */
function better(a: FetchedPaper, b: FetchedPaper): number {
  if (a.version !== b.version) return b.version - a.version;
  if (a.from !== b.from) return RANK[a.from] - RANK[b.from];
  if (a.updated !== b.updated) return a.updated > b.updated ? -1 : 1;
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : Number(left > right);
}

function byOwner(papers: readonly FetchedPaper[]): FetchedPaper | undefined {
  const licensed = papers.filter(({ license }) => license !== undefined);
  return licensed.find(({ from }) => from === 'oai') ?? licensed[0];
}

function first(
  papers: readonly FetchedPaper[],
  field: 'abstract' | 'comment' | 'journal_ref' | 'doi',
): string | null {
  return papers.find((paper) => paper[field] !== null)?.[field] ?? null;
}

function isWithdrawn(same: readonly FetchedPaper[]): boolean {
  const marked = same.find(({ from }) => from === 'oai');
  return (marked ?? same.find(({ withdrawn }) => withdrawn === true))?.withdrawn === true;
}
