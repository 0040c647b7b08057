/**
 * `npm run repair`: checks `data/` against its manifest and takes what is damaged from git. With `--check` it only checks;
 * with `--rebuild-manifest` it makes a new manifest of the shards in place, when every one of them parses.
 */
import { parseArgs } from 'node:util';
import { locations } from '../src/query/locations.ts';
import { gitHistory } from '../src/store/git-history.ts';
import { repairSnapshot } from '../src/store/repair-snapshot.ts';
import { verifySnapshot } from '../src/store/verify-snapshot.ts';
import { BROKEN, DONE, runCommand } from './command/exit-code.ts';

await runCommand(async () => {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({ options: { check: flag, 'rebuild-manifest': flag } });
  const { dataDir: dir } = locations();
  if (!values.check) {
    const rebuildManifest = values['rebuild-manifest'];
    const { done, keptAside } = repairSnapshot(dir, { history: gitHistory(dir), rebuildManifest });
    for (const sentence of done) console.log(sentence);
    for (const path of keptAside) console.log(`Kept aside: ${dir}/${path}`);
  }
  const { files, rows, problems } = verifySnapshot(dir);
  for (const { message } of problems) console.error(message);
  if (problems.length > 0) return BROKEN;
  console.log(`${dir}: ${files} files and ${rows} records are as the manifest says.`);
  return DONE;
});
