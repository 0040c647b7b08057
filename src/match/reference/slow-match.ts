/**
 * Matching as one would write it without a thought for speed: each phrase is looked for at each place, letter by
 * letter. Only tests use it: the fast matcher must give the same.
 */
import type { Topic } from '../../config/config.ts';
import { foldWord, isAcronym, phraseWords } from '../../config/phrase.ts';
import type { TopicMatch } from '../../paper.ts';
import type { MatchText } from '../compile-topics.ts';

export function slowMatch(topics: readonly Topic[], paper: MatchText): TopicMatch[] {
  const listed = (categories: readonly string[]) =>
    categories.some((category) => paper.categories.includes(category));

  return topics.flatMap((topic) => {
    const inTitle = occurrences({ ...paper, abstract: null }, topic.title_include);
    const weak = occurrences(paper, topic.weak_include).sort(order);
    const all = occurrences(paper, topic.include);
    if (isNamedTwice(weak, paper.abstract ?? '')) all.push(...weak);
    all.push(...inTitle);
    const first = all.sort(order)[0];
    if (first === undefined || occurrences(paper, topic.exclude).length > 0) return [];
    if (topic.categories !== null && !listed(topic.categories)) return [];
    const { context } = topic;
    const isIn =
      context === null ||
      listed(context.categories) ||
      isNamedTwice(occurrences(paper, context.phrases).sort(order), paper.abstract ?? '');
    return isIn ? [{ topic: topic.id, ...first }] : [];
  });
}

type Occurrence = Omit<TopicMatch, 'topic'>;

/** In the title, or in two sentences of the abstract, which is cut into sentences first. */
function isNamedTwice(found: readonly Occurrence[], abstract: string): boolean {
  if (found.some(({ place }) => place === 'title')) return true;
  const ends: number[] = [];
  for (let at = 0; at < abstract.length; at++) {
    if (/^[.!?]["'’”)\]]*\s+[\p{Lu}\p{N}$\\"'‘“([]/u.test(abstract.slice(at))) ends.push(at);
  }
  const sentences = found.map(({ start }) => ends.filter((end) => end < start).length);
  return new Set(sentences).size >= 2;
}

/** Title before abstract, then the earliest, then the longest; what was found first goes first otherwise. */
function order(a: Occurrence, b: Occurrence): number {
  if (a.place !== b.place) return a.place === 'title' ? -1 : 1;
  return a.start - b.start || b.end - a.end;
}

function occurrences({ title, abstract }: MatchText, phrases: readonly string[]): Occurrence[] {
  const found: Occurrence[] = [];
  for (const [place, text] of [['title', title] as const, ['abstract', abstract ?? ''] as const]) {
    for (let start = 0; start < text.length; start++) {
      for (const phrase of phrases) {
        const end = endOfPhrase(text, start, phrase);
        if (end >= 0) found.push({ phrase, place, start, end });
      }
    }
  }
  return found;
}

const isWordLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
const isInsideWord = (char: string | undefined) =>
  char !== undefined && /[\p{L}\p{N}\p{M}]/u.test(char);

/** Where a phrase that begins exactly at `start` ends, or -1. */
function endOfPhrase(text: string, start: number, phrase: string): number {
  let at = start;
  const words = phraseWords(phrase);
  for (const [number, word] of words.entries()) {
    if (number > 0) {
      const gapStart = at;
      while (at < text.length && !isWordLetter(text[at])) at++;
      const between = text.slice(gapStart, at).replaceAll(/[{}]/g, '');
      if (!/^[\s~]+$/.test(between) && !/^(?:-|--|–)[\s~]*$/.test(between)) return -1;
    } else if (!isWordLetter(text[at]) || isInsideWord(text[at - 1])) {
      return -1;
    }
    const wordStart = at;
    while (isInsideWord(text[at])) at++;
    const found = text.slice(wordStart, at);
    const last = number === words.length - 1;
    const same = isAcronym(phrase)
      ? found === word || (last && found === `${word}s`)
      : foldWord(found) === foldWord(word);
    if (!same) return -1;
  }
  return at;
}
