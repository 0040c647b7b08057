import type { Day } from '../../paper.ts';
import { byAuthor } from '../authors.ts';
import type { RowPaper } from '../views.ts';
import { risingPhrases } from './rising-phrases.ts';
import type { AuthorRanking, Comparison, Period, RisingPhrases } from './types.ts';

/** Ranked authors shown of each span. */
const RANKED = 20;

/** What is read from the papers themselves: phrases that rise, authors with most papers. */
export interface RecentText {
  phrases: RisingPhrases | null;
  authors: AuthorRanking[];
}

type Read = Pick<RowPaper, 'id' | 'title' | 'abstract' | 'authors'>;

/**
 * @param span what phrases are compared over
 * @param spans what authors are ranked over
 * @param papersOf papers of a day; days oldest first
 */
export function readRecent(
  { span, spans, days }: { span: Comparison; spans: readonly Comparison[]; days: readonly Day[] },
  papersOf: (day: Day) => readonly Read[],
): RecentText {
  const within = ({ from, to }: Period): Read[] =>
    days
      .filter((day) => day >= from && day <= to)
      .toReversed()
      .flatMap(papersOf);
  return {
    phrases: span.comparable
      ? { span, ...risingPhrases(within(span.recent), within(span.previous)) }
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
