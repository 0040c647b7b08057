/**
 * `npm run explain -- 2611.01234`: why a paper of the archive is kept and in its topics, phrase by phrase. With `--title`,
 * `--abstract` and `--category` instead of an id, the same for any text.
 */
import { parseArgs } from 'node:util';
import { arxivCategoryIds } from '../src/config/arxiv-categories.ts';
import { readConfig } from '../src/config/read-config.ts';
import { didYouMean } from '../src/config/wording.ts';
import type { MatchText } from '../src/match/compile-topics.ts';
import { compileFacets } from '../src/match/compile-facets.ts';
import { explain } from '../src/match/explain.ts';
import { explanationText } from '../src/match/explanation-text.ts';
import { locations } from '../src/query/locations.ts';
import { openSnapshot } from '../src/store/open-snapshot.ts';
import { readArxivReference } from '../src/text/ids.ts';
import { BROKEN, DONE, runCommand } from './command/exit-code.ts';
import { readArgs, UsageError } from './command/usage-error.ts';

const usage = `usage: npm run explain -- <arXiv id>
       npm run explain -- --title TEXT [--abstract TEXT] [--category cs.RO]…`;

await runCommand(async () => {
  const { positionals, values } = readArgs(
    () =>
      parseArgs({
        allowPositionals: true,
        options: {
          title: { type: 'string' },
          abstract: { type: 'string' },
          category: { type: 'string', multiple: true },
        },
      }),
    usage,
  );
  const [asked] = positionals;
  if (positionals.length > 1 || (asked === undefined) === (values.title === undefined)) {
    throw new UsageError(usage);
  }
  const { configFile, dataDir } = locations();
  const { topics, facets, arxiv } = await readConfig(configFile);

  const paper = asked === undefined ? given(values) : find(asked, dataDir);
  if (paper === null) {
    console.error(
      `${dataDir} holds no paper ${asked}: it was not announced since the archive began, or no rule keeps it. ` +
        'Give its --title, --abstract and --category to see why.',
    );
    return BROKEN;
  }
  console.log(paper.title);
  console.log(explanationText(explain({ topics, rules: arxiv.categories }, paper), paper));
  const mentions = compileFacets(facets).find(paper);
  const names = mentions.map(({ group, name, place }) => `${group} ${name.en} (${place})`);
  if (names.length > 0) console.log(`Mentioned: ${names.join(', ')}`);
  return DONE;
});

function given(values: { title?: string; abstract?: string; category?: string[] }): MatchText {
  const { title = '', abstract = null, category: categories = [] } = values;
  const unknown = categories.filter((category) => !arxivCategoryIds.includes(category));
  if (unknown.length > 0) {
    const hints = unknown.map(
      (one) => `${one} is no arXiv category${didYouMean(one, arxivCategoryIds)}`,
    );
    throw new UsageError([...hints, usage].join('\n'));
  }
  return { title, abstract, categories };
}

function find(asked: string, dataDir: string): MatchText | null {
  const id = readArxivReference(asked);
  if (id === null) throw new UsageError(`"${asked}" is no arXiv id\n${usage}`);
  return openSnapshot(dataDir).find([id.id]).get(id.id) ?? null;
}
