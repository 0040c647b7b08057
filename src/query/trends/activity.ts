import { believedUpTo, binomialDifference } from './chance.ts';
import { FALSE_ALARMS } from './rising-phrases.ts';
import type { Change, Comparison, TopicActivity } from './types.ts';

/** How many papers of a topic fall into a span. */
export type CountIn = (topic: string, span: { from: string; to: string }) => number;

/** Each topic's recent papers against those before, for each of the spans compared; topics in the order given. */
export function topicActivity(
  topics: readonly string[],
  comparisons: readonly Comparison[],
  countIn: CountIn,
): TopicActivity[] {
  const changes = comparisons.map((span) => {
    const counts = topics.map((topic) => ({
      recent: countIn(topic, span.recent),
      previous: countIn(topic, span.previous),
    }));
    const chances = counts.map(({ recent, previous }) => binomialDifference(recent, previous));
    const limit = believedUpTo(chances, FALSE_ALARMS);
    return counts.map(({ recent, previous }, index): Change => ({
      recent,
      previous,
      growth_rate: span.comparable ? growthRate(recent, previous) : null,
      beyond_chance: span.comparable && (chances[index] ?? 1) <= limit,
    }));
  });
  return topics.map((topic, index) => ({
    topic,
    changes: comparisons.flatMap(({ days }, at) => {
      const change = changes[at]?.[index];
      return change ? [{ days, change }] : [];
    }),
  }));
}

/** In percent with one decimal; from nothing there is no rate. */
export function growthRate(recent: number, previous: number): number | null {
  return previous === 0 ? null : Math.round(((recent - previous) / previous) * 1000) / 10;
}
