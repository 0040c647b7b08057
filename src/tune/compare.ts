import type { LocalName, Topic } from '../config/config.ts';
import { phraseKey } from '../config/phrase.ts';
import type { Assessment, TopicAssessment, TunedPaper } from './assess.ts';

/** A paper that came or went, with the phrase that counts for it on the side where it is in. */
export interface Moved {
  id: string;
  title: string;
  /** `null`: no topic of that side holds it, a rule for its category does. */
  phrase: string | null;
}

export interface Change {
  before: number;
  after: number;
  gained: Moved[];
  lost: Moved[];
}

export const phraseLists = ['include', 'weak_include', 'title_include', 'exclude'] as const;
export type PhraseList = (typeof phraseLists)[number];

/** What a phrase does. For `exclude` the papers are those that it keeps out of the topic. */
export interface PhraseChange {
  phrase: string;
  list: PhraseList;
  state: 'same' | 'new' | 'removed';
  /** Papers for which it counts, under the side that has it (the new one when both do). */
  papers: number;
  /** Of these, papers for which no other phrase counts. */
  alone: number;
  gained: number;
  lost: number;
}

export interface TopicChange extends Change {
  id: string;
  name: LocalName;
  state: 'same' | 'new' | 'removed';
  phrases: PhraseChange[];
}

export interface Comparison {
  papers: number;
  kept: Change;
  /** In the order of the new config; topics that it no longer has come last. */
  topics: TopicChange[];
}

/**
 * What changes for a list of papers from one config to another, per topic and per phrase.
 * @param papers the list that both sides assessed
 */
export function compare(
  before: Assessment,
  after: Assessment,
  papers: readonly TunedPaper[],
): Comparison {
  const ids = [...new Set([...after.topics.keys(), ...before.topics.keys()])];
  return {
    papers: papers.length,
    kept: change(places(before.kept, before), places(after.kept, after), papers),
    topics: ids.flatMap((id) => topicChange(before.topics.get(id), after.topics.get(id), papers)),
  };
}

/** The papers of a side by their place, each with the phrase that is told of it. */
type Members = Map<number, string | null>;

function places(kept: ReadonlySet<number>, side: Assessment): Members {
  const topics = [...side.topics.values()];
  return new Map(
    [...kept].map((place) => {
      const first = topics.find(({ members }) => members.has(place));
      return [place, first?.members.get(place)?.phrase ?? null];
    }),
  );
}

function change(before: Members, after: Members, papers: readonly TunedPaper[]): Change {
  return {
    before: before.size,
    after: after.size,
    gained: moved(after, before, papers),
    lost: moved(before, after, papers),
  };
}

/** The papers of one side that the other does not have. */
function moved(of: Members, without: Members, papers: readonly TunedPaper[]): Moved[] {
  return [...of].flatMap(([place, phrase]) => {
    const paper = papers[place];
    return paper === undefined || without.has(place)
      ? []
      : [{ id: paper.id, title: paper.title, phrase }];
  });
}

function topicChange(
  before: TopicAssessment | undefined,
  after: TopicAssessment | undefined,
  papers: readonly TunedPaper[],
): TopicChange[] {
  const topic = after?.topic ?? before?.topic;
  if (topic === undefined) return [];
  return [
    {
      id: topic.id,
      name: topic.name,
      state: stateOf(before, after),
      ...change(phraseOf(before), phraseOf(after), papers),
      phrases: phraseChanges(before, after),
    },
  ];
}

const stateOf = (before: unknown, after: unknown): TopicChange['state'] => {
  if (before === undefined) return 'new';
  return after === undefined ? 'removed' : 'same';
};

const phraseOf = (side: TopicAssessment | undefined): Members =>
  new Map([...(side?.members ?? [])].map(([place, { phrase }]) => [place, phrase]));

function phraseChanges(
  before: TopicAssessment | undefined,
  after: TopicAssessment | undefined,
): PhraseChange[] {
  const old = phrasesOf(before?.topic);
  const now = phrasesOf(after?.topic);
  const was = countsOf(before);
  const is = countsOf(after);
  // Phrases that are gone come after those that are there.
  return [...new Map([...now, ...old])].map(([key, removed]) => {
    const { phrase, list } = now.get(key) ?? removed;
    const had = was(key, old.get(key)?.list);
    const has = is(key, now.get(key)?.list);
    const shown = now.has(key) ? has : had;
    return {
      phrase,
      list,
      state: stateOf(old.get(key), now.get(key)),
      papers: shown.size,
      alone: [...shown.values()].filter((keys) => keys.size === 1).length,
      gained: [...has.keys()].filter((place) => !had.has(place)).length,
      lost: [...had.keys()].filter((place) => !has.has(place)).length,
    };
  });
}

function phrasesOf(topic: Topic | undefined): Map<string, { phrase: string; list: PhraseList }> {
  return new Map(
    phraseLists.flatMap((list) =>
      (topic?.[list] ?? []).map((phrase) => [phraseKey(phrase), { phrase, list }] as const),
    ),
  );
}

/** Papers by place, with all keys that count there. */
type Counted = Map<number, ReadonlySet<string>>;

/** For a key and the list it stands in: the papers for which it counts. */
function countsOf(
  side: TopicAssessment | undefined,
): (key: string, list: PhraseList | undefined) => Counted {
  const members = byKey([...(side?.members ?? [])].map(([place, { keys }]) => [place, keys]));
  const keptOut = byKey([...(side?.keptOut ?? [])]);
  return (key, list) => {
    if (list === undefined) return new Map();
    return (list === 'exclude' ? keptOut : members).get(key) ?? new Map();
  };
}

function byKey(
  papers: readonly [place: number, keys: ReadonlySet<string>][],
): Map<string, Counted> {
  const found = new Map<string, Counted>();
  for (const [place, keys] of papers) {
    for (const key of keys) {
      const counted = found.get(key) ?? new Map<number, ReadonlySet<string>>();
      found.set(key, counted.set(place, keys));
    }
  }
  return found;
}
