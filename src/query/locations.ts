import { loadEnvironment } from '../env/load-environment.ts';
import type { Environment } from '../env/read-env.ts';

/** Where the archive and what is derived from it lie, relative to the root of the repository. */
export interface Locations {
  dataDir: string;
  cacheDir: string;
  configFile: string;
  backupsDir: string;
}

/**
 * The folders in use. `DATA_DIR`, `CACHE_DIR`, `CONFIG_FILE` and `BACKUPS_DIR` replace the usual ones, from the shell or from
 * `.env`, so that a rehearsal or a benchmark builds another archive with the same site.
 */
export function locations(env: Environment = loadEnvironment()): Locations {
  return {
    dataDir: env['DATA_DIR'] || 'data',
    cacheDir: env['CACHE_DIR'] || '.cache',
    configFile: env['CONFIG_FILE'] || 'config.yaml',
    backupsDir: env['BACKUPS_DIR'] || 'backups',
  };
}
