import type { Day } from '../../paper.ts';
import { papersOfAuthors } from '../authors.ts';
import type { PaperRef } from '../views.ts';
import type { RecentPaper, RecentPapers } from './recent-papers.ts';
import { risingPhrases } from './rising-phrases.ts';
import type { AuthorRanking, Comparison, Period, RisingPhrases } from './types.ts';

/** Ranked authors shown of each span. */
const RANKED = 20;

type PapersOfAuthors = ReadonlyMap<string, PaperRef[]>;

/** What is read from the papers themselves: phrases that rise, authors with most papers. */
export interface RecentText {
  phrases: RisingPhrases | null;
  authors: AuthorRanking[];
}

/**
 * @param span what phrases are compared over
 * @param spans what authors are ranked over
 * @param days oldest first
 */
export function readRecent(
  { span, spans, days }: { span: Comparison; spans: readonly Comparison[]; days: readonly Day[] },
  papers: Pick<RecentPapers, 'ofDay' | 'forms'>,
): RecentText {
  const within = ({ from, to }: Period): RecentPaper[] =>
    days
      .filter((day) => day >= from && day <= to)
      .toReversed()
      .flatMap((day) => papers.ofDay(day));
  const wordsOf = (period: Period) => within(period).map(({ words }) => words);
  return {
    phrases: span.comparable
      ? {
          span,
          ...risingPhrases({
            recent: wordsOf(span.recent),
            previous: wordsOf(span.previous),
            forms: papers.forms,
          }),
        }
      : null,
    authors: spans.map((one) =>
      ranking(one, papersOfAuthors(within(one.recent)), papersOfAuthors(within(one.previous))),
    ),
  };
}

function ranking(
  span: Comparison,
  recent: PapersOfAuthors,
  previous: PapersOfAuthors,
): AuthorRanking {
  return {
    span,
    authors: recent.size,
    ranking: most(recent).map(([author, papers]) => ({
      author,
      count: papers.length,
      prev_count: previous.get(author)?.length ?? 0,
      papers,
    })),
  };
}

/** Those with most papers, then by name. Only those are sorted that may be among them: nearly all authors have one paper. */
function most(authors: PapersOfAuthors): [string, PaperRef[]][] {
  const counts = Int32Array.from(authors.values(), ({ length }) => length).sort();
  const least = counts.at(-RANKED) ?? 0;
  return [...authors]
    .filter(([, papers]) => papers.length >= least)
    .sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
    .slice(0, RANKED);
}
