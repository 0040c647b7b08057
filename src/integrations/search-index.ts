import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Config } from '../config/config.ts';
import { compileFacets } from '../match/compile-facets.ts';
import { compileTopics } from '../match/compile-topics.ts';
import type { Paper } from '../paper.ts';
import { digest } from '../query/digest.ts';
import type { Archive } from '../query/archive.ts';
import type { TagIds } from '../query/tags.ts';
import type { FormPlan } from '../query/month-forms.ts';
import { archive } from '../query/shared-archive.ts';
import { locations } from '../query/locations.ts';
import { sourceHash } from '../query/source-hash.ts';
import {
  makeSearchIndex,
  placeSearchIndex,
  type SearchIndexReport,
} from '../search/build-search-index.ts';
import type { SearchTags } from '../search/search-document.ts';
import type { SearchText } from '../search/text-as-of.ts';
import { openSnapshot } from '../store/open-snapshot.ts';

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

/** The search index under `/search-index/`, made beside the pages and put into the site after them. */
export function searchIndex(config: Config): AstroIntegration {
  const { dataDir, cacheDir } = locations();
  const indexCache = join(cacheDir, 'search');
  let outDir = '';
  let making: Promise<SearchIndexReport | Error> | null = null;
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config: astro }) => {
        outDir = fileURLToPath(astro.outDir);
      },
      'astro:build:start': async () => {
        const papers = await archive();
        const from = firstSearched(papers.forms());
        making = makeSearchIndex({
          ...(from !== undefined && { from }),
          snapshot: openSnapshot(dataDir),
          tagsOf: tagger(config, papers),
          configKey: digest(sourceHash(SOURCES), JSON.stringify([config.topics, config.facets])),
          cacheDir: indexCache,
        }).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
      },
      'astro:build:done': async ({ logger }) => {
        const report = await making;
        if (report === null) return;
        // Kept until here, so that a failure ends the build and is not an unhandled rejection beside it.
        if (report instanceof Error) throw report;
        placeSearchIndex(report, indexCache, join(outDir, 'search-index'));
        logger.info(`${report.rebuilt.length} search periods indexed, ${report.kept.length} kept`);
      },
    },
  };
}
