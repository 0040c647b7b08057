/** Where the archive and what is derived from it lie, relative to the root of the repository. */
export interface Locations {
  dataDir: string;
  cacheDir: string;
  configFile: string;
}

/**
 * The folders in use. `DATA_DIR`, `CACHE_DIR` and `CONFIG_FILE` replace the usual ones, so that a rehearsal or a
 * benchmark builds another archive with the same site.
 */
export function locations(env: NodeJS.ProcessEnv = process.env): Locations {
  return {
    dataDir: env['DATA_DIR'] ?? 'data',
    cacheDir: env['CACHE_DIR'] ?? '.cache',
    configFile: env['CONFIG_FILE'] ?? 'config.yaml',
  };
}
