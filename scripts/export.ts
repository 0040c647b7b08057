/**
 * `npm run export -- --to postgres://…`: loads the archive into PostgreSQL, MySQL or MariaDB, and brings it up to date at
 * the next call. Without `--to`, `DATABASE_URL` names the database.
 */
import { parseArgs } from 'node:util';
import { loadEnvironment } from '../src/env/load-environment.ts';
import { readEnv } from '../src/env/read-env.ts';
import { ExportError } from '../src/export/database.ts';
import { openDatabase } from '../src/export/open-database.ts';
import { syncDatabase } from '../src/export/sync-database.ts';
import { archive } from '../src/query/shared-archive.ts';
import { BROKEN, DONE, runCommand } from './command/exit-code.ts';
import { readArgs, UsageError } from './command/usage-error.ts';

const usage = `usage: npm run export -- --to postgres://user:password@host/database
       npm run export -- --to mysql://user:password@host/database
Without --to, DATABASE_URL names the database.`;

await runCommand(async () => {
  const { values } = readArgs(() => parseArgs({ options: { to: { type: 'string' } } }), usage);
  const url = values.to ?? readEnv(loadEnvironment()).DATABASE_URL;
  if (url === null) throw new UsageError(usage);
  try {
    const db = await openDatabase(url);
    try {
      const { written, removed, kept, papers } = await syncDatabase(await archive(), db);
      console.log(
        `${db.dialect.name}: ${written} days with ${papers} papers written, ${kept} as they were, ${removed} removed.`,
      );
    } finally {
      await db.close();
    }
    return DONE;
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    console.error(error.message);
    return BROKEN;
  }
});
