import type { Day } from '../../paper.ts';
import { byAuthor } from '../authors.ts';
import type { RecentPaper, RecentPapers } from './recent-papers.ts';
import { risingPhrases } from './rising-phrases.ts';
import type { AuthorRanking, Comparison, Period, RisingPhrases } from './types.ts';

/** Ranked authors shown of each span. */
const RANKED = 20;

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
      ranking(one, byAuthor(within(one.recent)), byAuthor(within(one.previous))),
    ),
  };
}

function ranking(
  span: Comparison,
  recent: ReturnType<typeof byAuthor>,
  previous: ReturnType<typeof byAuthor>,
): AuthorRanking {
  const before = new Map(previous.map(({ name, papers }) => [name, papers.length]));
  return {
    span,
    authors: recent.length,
    ranking: recent.slice(0, RANKED).map(({ name, papers }) => ({
      author: name,
      count: papers.length,
      prev_count: before.get(name) ?? 0,
      papers,
    })),
  };
}
