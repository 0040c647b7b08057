import { join } from 'node:path';
import type { Config } from '../../config/config.ts';
import { compileFacets } from '../../match/compile-facets.ts';
import { compileTopics } from '../../match/compile-topics.ts';
import type { Paper } from '../../paper.ts';
import { digest } from '../../query/digest.ts';
import type { Archive } from '../../query/archive.ts';
import type { TagIds } from '../../query/tags.ts';
import type { FormPlan } from '../../query/month-forms.ts';
import { sourceHash } from '../../query/source-hash.ts';
import {
  makeSearchIndex,
  placeSearchIndex,
  type SearchIndexReport,
} from '../../search/build-search-index.ts';
import type { SearchTags } from '../../search/search-document.ts';
import type { SearchText } from '../../search/text-as-of.ts';
import { openSnapshot } from '../../store/open-snapshot.ts';

/** What makes the index, beside the snapshot: when it changes, every period is indexed again. */
const SOURCES = ['src/search/*.ts', 'src/match/**/*.ts', 'package-lock.json'];

/** Topics and facets of a text as it stands now are known to the archive; an earlier text is matched here. */
function tagger(
  { topics, facets }: Config,
  known: Archive,
): (paper: Paper, text: SearchText) => SearchTags {
  const matcher = compileTopics(topics);
  const finder = compileFacets(facets);
  const names = new Map(topics.map(({ id, name }) => [id, name]));
  const tagsOf = (paper: Paper, text: SearchText): TagIds => {
    const { title, abstract } = text;
    const now = title === paper.title && abstract === paper.abstract && known.tagIds(paper.id);
    if (now) return now;
    const { categories } = paper;
    return {
      topics: matcher.match({ title, abstract, categories }).map(({ topic }) => topic),
      facets: finder.find(text).map(({ group, id }) => `${group}/${id}`),
    };
  };
  return (paper, text) => {
    const tags = tagsOf(paper, text);
    return {
      topics: tags.topics.map((id) => ({ id, name: names.get(id) ?? { en: id, zh: id } })),
      facets: tags.facets,
      hasCode: paper.links.some(({ kind }) => kind === 'code'),
    };
  };
}

/** The first day of the oldest month that has more than rows in the data files; `undefined` when every month has. */
function firstSearched({ forms }: FormPlan): string | undefined {
  const months = [...forms];
  const first = months.find(([, form]) => form !== 'data');
  return first && first !== months[0] ? `${first[0]}-01` : undefined;
}

/**
 * The search index under `/search-index/`.
 * @param dataDir where the snapshot lies that `papers` was opened over
 * @param cacheDir holds the periods that did not change
 * @throws SearchIndexError when Pagefind fails
 */
export async function writeSearchIndex(
  papers: Archive,
  { dataDir, outDir, cacheDir }: { dataDir: string; outDir: string; cacheDir: string },
): Promise<SearchIndexReport> {
  const { config } = papers;
  const from = firstSearched(papers.forms());
  const report = await makeSearchIndex({
    ...(from !== undefined && { from }),
    snapshot: openSnapshot(dataDir),
    tagsOf: tagger(config, papers),
    configKey: digest(sourceHash(SOURCES), JSON.stringify([config.topics, config.facets])),
    cacheDir,
  });
  placeSearchIndex(report, cacheDir, join(outDir, 'search-index'));
  return report;
}
