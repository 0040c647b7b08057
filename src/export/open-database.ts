import { ExportError, type Database } from './database.ts';
import { openMysql } from './mysql.ts';
import { openPostgres } from './postgres.ts';

const FORMS =
  'postgres://user:password@host:5432/database or mysql://user:password@host:3306/database';

/**
 * Connects to the server that `url` names.
 * @throws {ExportError} when the address is of no known form, or the server does not let us in
 */
export async function openDatabase(url: string): Promise<Database> {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const open = {
    'postgres:': openPostgres,
    'postgresql:': openPostgres,
    'mysql:': openMysql,
    'mariadb:': openMysql,
  }[parsed?.protocol ?? ''];
  if (!parsed || !open)
    throw new ExportError(
      `the database is named as ${FORMS}; for SQLite every build writes dist/data/embodied-pulse.sqlite`,
    );
  if (parsed.pathname.length < 2)
    throw new ExportError(
      `the address of the server ends without the name of a database: expected ${FORMS}`,
    );
  try {
    return await open(url);
  } catch (error) {
    throw new ExportError(`${parsed.host}${parsed.pathname}: ${reason(error)}`, { cause: error });
  }
}

/** What a driver says; a refused connection has several causes, one for each address tried, and no message. */
function reason(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.map(reason).join('; ');
  return error instanceof Error ? error.message : String(error);
}
