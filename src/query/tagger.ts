import type { Config } from '../config/config.ts';
import { compileFacets } from '../match/compile-facets.ts';
import { compileTopics } from '../match/compile-topics.ts';
import { findVenue } from '../match/find-venue.ts';
import { digest } from './digest.ts';
import { sourceHash } from './source-hash.ts';
import type { Tagger } from './tags.ts';

/** The code that makes tags and the rows of the derived file. */
const SOURCES = [
  'src/match/**/*.ts',
  'src/config/phrase.ts',
  'src/store/migrations.ts',
  'src/query/*.ts',
];

/** What tags depend on: when it changes, every paper is tagged again. */
export function taggingKey({ topics, facets, arxiv }: Config): string {
  return digest(
    sourceHash(SOURCES),
    JSON.stringify({ topics, facets, categories: arxiv.categories }),
  );
}

/** Compiles the phrases of config once, for all papers. */
export function compileTagger({ topics, facets, arxiv }: Config): Tagger {
  const matcher = compileTopics(topics);
  const finder = compileFacets(facets);
  const ours = new Set(Object.keys(arxiv.categories));
  return (paper) => ({
    topics: matcher.match(paper),
    venue: findVenue(paper),
    facets: finder.find(paper).map(({ group, id, name }) => ({ group, id, name })),
    lane: ours.has(paper.primary_category) ? 'new' : 'cross',
  });
}
