/**
 * `npm run starter`: begins an archive with the starter set, so that a fork has something to show before its first run.
 * `--empty` begins with nothing, `--replace` lets an archive that is in `data/` give way.
 */
import { parseArgs } from 'node:util';
import { clock } from '../src/env/clock.ts';
import { loadEnvironment } from '../src/env/load-environment.ts';
import { readEnv } from '../src/env/read-env.ts';
import { dayOf } from '../src/text/dates.ts';
import { BROKEN, DONE, runCommand } from './command/exit-code.ts';
import { readFacts } from './starter/read-facts.ts';
import { ArchiveInPlaceError, startArchive } from './starter/start-archive.ts';
import { starterLists } from './starter/starter-lists.ts';
import { starterPapers } from './starter/starter-papers.ts';

const DATA = 'data';

await runCommand(async () => {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ options: { empty: flag, replace: flag } });
  const today = dayOf(clock(readEnv(loadEnvironment())));
  const papers = values.empty ? [] : starterPapers(readFacts(), today);
  const lists = values.empty ? [] : await starterLists(today);
  try {
    const { changed } = startArchive(DATA, papers, values.replace, lists);
    const [sets = 0, houses = 0] = lists.map(({ records }) => records.length);
    const what = values.empty
      ? 'an empty archive'
      : `${papers.length} papers of the starter set, ${sets} datasets and ${houses} employers`;
    console.log(changed ? `${DATA}/ begins with ${what}.` : `${DATA}/ is that already.`);
    if (changed) console.log('Next: `npm run update` fetches the abstracts and what is new.');
    return DONE;
  } catch (error) {
    if (!(error instanceof ArchiveInPlaceError)) throw error;
    console.error(error.message);
    return BROKEN;
  }
});
