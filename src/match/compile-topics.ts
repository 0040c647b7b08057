import type { Topic, TopicContext } from '../config/config.ts';
import type { TopicMatch } from '../paper.ts';
import { isSubject } from './is-subject.ts';
import {
  comesBefore,
  compilePhraseLists,
  type Occurrence,
  type PaperText,
} from './phrase-lists.ts';
import { topicVerdict, type TopicEvidence } from './topic-evidence.ts';

/** What of a paper decides its topics. */
export interface MatchText extends PaperText {
  categories: readonly string[];
}

export interface TopicMatcher {
  /**
   * The topics of a paper in the order of `config.yaml`, each with its first phrase: title before abstract, then the
   * earliest, then the longest. Offsets count UTF-16 units of the given title or abstract.
   */
  match(text: MatchText): TopicMatch[];
  /** Per topic, in the order of `config.yaml`, everything that speaks for or against it. */
  evidence(text: MatchText): TopicEvidence[];
}

/** Compiles the topics once; matching an abstract then reads it once, whatever the number of phrases. */
export function compileTopics(topics: readonly Topic[]): TopicMatcher {
  const contexts = new Map<string, TopicContext>();
  for (const { context } of topics) if (context !== null) contexts.set(context.id, context);
  const contextIds = [...contexts.keys()];
  const listsPerTopic = 4;
  const read = compilePhraseLists([
    ...topics.flatMap((topic) => [
      topic.include,
      topic.weak_include,
      topic.title_include,
      topic.exclude,
    ]),
    ...[...contexts.values()].map(({ phrases }) => phrases),
  ]);

  function evidenceFor(
    number: number,
    found: readonly Occurrence[][],
    text: MatchText,
  ): TopicEvidence {
    const topic = topics[number];
    if (topic === undefined) throw new RangeError(`there is no topic number ${number}`);
    const at = number * listsPerTopic;
    const [strong = [], weak = [], titled = [], excluded = []] = found.slice(
      at,
      at + listsPerTopic,
    );
    const isWeakSubject = isSubject(weak, text);
    const included = [
      ...strong,
      ...(isWeakSubject ? weak : []),
      ...titled.filter(({ place }) => place === 'title'),
    ];
    return {
      topic,
      included: included.sort(comesBefore),
      passing: {
        weak: isWeakSubject ? [] : weak,
        titled: titled.filter(({ place }) => place !== 'title'),
      },
      excluded,
      inCategories: topic.categories === null || firstIn(topic.categories, text) !== null,
      context: topic.context && contextEvidence(topic.context, found, text),
    };
  }

  function contextEvidence(
    { id, categories }: TopicContext,
    found: readonly Occurrence[][],
    text: MatchText,
  ): NonNullable<TopicEvidence['context']> {
    const phrases = found[topics.length * listsPerTopic + contextIds.indexOf(id)] ?? [];
    const category = firstIn(categories, text);
    return { category, phrases, holds: category !== null || isSubject(phrases, text) };
  }

  return {
    evidence(text) {
      const found = read(text);
      return topics.map((_, number) => evidenceFor(number, found, text));
    },
    match(text) {
      const found = read(text);
      return topics.flatMap(({ id }, number) => {
        const at = number * listsPerTopic;
        const isNamed = found[at]?.length || found[at + 1]?.length || found[at + 2]?.length;
        if (!isNamed) return [];
        const evidence = evidenceFor(number, found, text);
        const [first] = evidence.included;
        return first && topicVerdict(evidence) === 'matched' ? [{ topic: id, ...first }] : [];
      });
    },
  };
}

const firstIn = (categories: readonly string[], { categories: of }: MatchText): string | null =>
  categories.find((category) => of.includes(category)) ?? null;
