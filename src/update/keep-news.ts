import type { Config, NewsSource } from '../config/config.ts';
import { compilePhraseLists } from '../match/phrase-lists.ts';
import { compileTopics } from '../match/compile-topics.ts';
import type { FeedItem } from '../sources/news/feed-item.ts';

/** Whether an item of a source is kept. */
export type KeepNews = (source: NewsSource, item: Pick<FeedItem, 'title' | 'text'>) => boolean;

const HAN = /\p{Script=Han}/u;

/**
 * Compiles what decides over the items of general feeds: the topics of `config.yaml`, as for papers, and the phrases of
 * its news section, in the title or twice in the text. Chinese is written without spaces, so its phrases match anywhere.
 */
export function newsKeeper({ topics, news }: Pick<Config, 'topics' | 'news'>): KeepNews {
  const matcher = compileTopics(topics);
  const chinese = news.phrases.filter((phrase) => HAN.test(phrase));
  const find = compilePhraseLists([news.phrases.filter((phrase) => !HAN.test(phrase))]);
  return ({ match }, { title, text }) => {
    if (match === 'all') return true;
    if (chinese.some((phrase) => title.includes(phrase) || occursTwice(text, phrase))) return true;
    const [found = []] = find({ title, abstract: text });
    if (found.some(({ place }) => place === 'title') || found.length > 1) return true;
    return matcher.match({ title, abstract: text, categories: [] }).length > 0;
  };
}

function occursTwice(text: string, phrase: string): boolean {
  const first = text.indexOf(phrase);
  return first >= 0 && text.includes(phrase, first + phrase.length);
}
