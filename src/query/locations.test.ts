import { describe, expect, it } from 'vitest';
import { locations } from './locations.ts';

describe('locations', () => {
  it('are the usual ones unless the environment names others; an empty name counts as none', () => {
    expect(locations({})).toEqual({
      dataDir: 'data',
      cacheDir: '.cache',
      configFile: 'config.yaml',
      backupsDir: 'backups',
    });
    expect(locations({ DATA_DIR: '/srv/data', CACHE_DIR: '' })).toMatchObject({
      dataDir: '/srv/data',
      cacheDir: '.cache',
    });
  });
});
