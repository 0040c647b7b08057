import type { Config } from '../config/config.ts';
import type { Paper, TopicMatch } from '../paper.ts';
import { digest } from './digest.ts';
import type { Tagger } from './tags.ts';

/** What tags depend on: when it changes, every paper is tagged again. */
export function taggingKey(config: Config): string {
  const { topics, facets, arxiv } = config;
  return digest(JSON.stringify({ topics, facets, categories: arxiv.categories }));
}

export function compileTagger(config: Config): Tagger {
  const ours = new Set(Object.keys(config.arxiv.categories));
  return (paper) => ({
    topics: matches(config, paper),
    venue: null,
    facets: [],
    lane: ours.has(paper.primary_category) ? 'new' : 'cross',
  });
}

function matches(config: Config, paper: Paper): TopicMatch[] {
  return config.topics.flatMap(({ id, include }) => {
    for (const place of ['title', 'abstract'] as const) {
      for (const phrase of include) {
        const start = (paper[place] ?? '').indexOf(phrase);
        if (start >= 0) return [{ topic: id, phrase, place, start, end: start + phrase.length }];
      }
    }
    return [];
  });
}
