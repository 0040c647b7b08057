/**
 * `npm run import -- [papers.db] [--dry-run]`: the earlier product's database into the snapshot.
 * `npm run import -- --config old.yaml [--write]`: its config as one of this product; shows the difference, writes it with `--write`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import { readConfig } from '../src/config/read-config.ts';
import { clock } from '../src/env/clock.ts';
import { loadEnvironment } from '../src/env/load-environment.ts';
import { readEnv } from '../src/env/read-env.ts';
import { convertConfig } from '../src/import/earlier-config.ts';
import { planImport } from '../src/import/import-database.ts';
import { ImportError } from '../src/import/import-error.ts';
import { fileOfUrl, readDatabase } from '../src/import/read-database.ts';
import { reportText } from '../src/import/report-text.ts';
import { locations } from '../src/query/locations.ts';
import { readDatasets } from '../src/sources/curated/read-datasets.ts';
import { commitSnapshot } from '../src/store/commit-snapshot.ts';
import { lockSnapshot } from '../src/store/lock.ts';
import { openSnapshot } from '../src/store/open-snapshot.ts';
import { DONE, runCommand } from './command/exit-code.ts';
import { readArgs, UsageError } from './command/usage-error.ts';

const usage = `usage: npm run import -- papers.db [--dry-run]
       npm run import -- --config old.yaml [--write]`;
const env = readEnv(loadEnvironment());
const { dataDir, configFile } = locations();

async function importDatabase(file: string, dryRun: boolean): Promise<void> {
  const config = await readConfig(configFile);
  const tables = await readDatabase(file);
  const curatedNames = (await readDatasets(config.datasets.file)).map(({ name }) => name);
  const lock = lockSnapshot(dataDir, { warn: console.warn });
  try {
    const base = openSnapshot(dataDir);
    const { changes, reports } = planImport(tables, base, {
      config,
      now: clock(env),
      curatedNames,
    });
    const text = reportText(reports);
    const changed = dryRun ? false : commitSnapshot(dataDir, changes, { lock }).changed;
    console.log(text === '' ? `${file} holds no rows.` : text);
    if (dryRun) console.log('\nNothing was written (--dry-run).');
    else if (!changed) console.log(`\n${dataDir}/ holds all of it already.`);
    else
      console.log(
        `\n${dataDir}/ has it now. Next: \`npm run update\` fetches authors, abstracts and categories from arXiv.`,
      );
  } finally {
    lock.release();
  }
}

async function importConfig(file: string, write: boolean): Promise<void> {
  const read = (name: string): string => {
    try {
      return readFileSync(name, 'utf8');
    } catch (cause) {
      throw new ImportError(`${name} cannot be read: ${String(cause)}`, { cause });
    }
  };
  const present = read(configFile);
  const { text, notes } = convertConfig(read(file), file, present);
  console.log(
    createTwoFilesPatch(
      configFile,
      `${configFile} with the topics of ${file}`,
      present,
      text,
      '',
      '',
      { context: 2 },
    ),
  );
  for (const note of notes) console.log(`- ${note}`);
  if (write) writeFileSync(configFile, text);
  console.log(
    write
      ? `${configFile} is written.`
      : `Nothing was written; \`npm run import -- --config ${file} --write\` writes ${configFile}.`,
  );
}

await runCommand(async () => {
  const { values, positionals } = readArgs(
    () =>
      parseArgs({
        allowPositionals: true,
        options: {
          config: { type: 'string' },
          write: { type: 'boolean', default: false },
          'dry-run': { type: 'boolean', default: false },
        },
      }),
    usage,
  );
  if (values.config !== undefined && positionals.length === 0) {
    await importConfig(values.config, values.write);
    return DONE;
  }
  const [file = env.DATABASE_URL === null ? undefined : fileOfUrl(env.DATABASE_URL), ...more] =
    positionals;
  if (file === undefined || more.length > 0 || values.config !== undefined || values.write)
    throw new UsageError(usage);
  await importDatabase(file, values['dry-run']);
  return DONE;
});
