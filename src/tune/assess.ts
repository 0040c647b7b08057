import type { Config, Topic } from '../config/config.ts';
import { phraseKey } from '../config/phrase.ts';
import { compileTopics, type MatchText } from '../match/compile-topics.ts';
import { keepRule } from '../match/keep-rule.ts';
import { topicVerdict, type TopicEvidence } from '../match/topic-evidence.ts';

/** What decides whether a paper is kept and where. */
export interface TunedPaper extends MatchText {
  id: string;
}

/** Why a paper is in a topic: the phrase shown first, and every phrase that counts, by `phraseKey`. */
export interface Reason {
  phrase: string;
  keys: ReadonlySet<string>;
}

export interface TopicAssessment {
  topic: Topic;
  /** By the paper's place in the list. */
  members: Map<number, Reason>;
  /** Papers that a phrase of `exclude` alone keeps out, with the keys of those phrases. */
  keptOut: Map<number, ReadonlySet<string>>;
}

/** What a config makes of a list of papers. */
export interface Assessment {
  topics: Map<string, TopicAssessment>;
  /** Places in the list of the papers that the rules keep. */
  kept: Set<number>;
}

/** Reads every paper once. */
export function assess(
  config: Pick<Config, 'topics' | 'arxiv'>,
  papers: readonly TunedPaper[],
): Assessment {
  const matcher = compileTopics(config.topics);
  const topics = new Map<string, TopicAssessment>(
    config.topics.map((topic) => [topic.id, { topic, members: new Map(), keptOut: new Map() }]),
  );
  const kept = new Set<number>();
  for (const [place, paper] of papers.entries()) {
    let matches = false;
    for (const evidence of matcher.evidence(paper)) {
      const of = topics.get(evidence.topic.id);
      const verdict = topicVerdict(evidence);
      if (verdict === 'matched') {
        matches = true;
        of?.members.set(place, reasonOf(evidence));
      } else if (verdict === 'excluded' && wouldMatch(evidence)) {
        of?.keptOut.set(place, keysOf(evidence.excluded));
      }
    }
    if (keepRule(config.arxiv.categories, paper.categories, matches)) kept.add(place);
  }
  return { topics, kept };
}

const keysOf = (found: TopicEvidence['included']): ReadonlySet<string> =>
  new Set(found.map(({ phrase }) => phraseKey(phrase)));

const reasonOf = ({ included }: TopicEvidence): Reason => ({
  phrase: included[0]?.phrase ?? '',
  keys: keysOf(included),
});

const wouldMatch = (evidence: TopicEvidence): boolean =>
  topicVerdict({ ...evidence, excluded: [] }) === 'matched';
