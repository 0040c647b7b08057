import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../src/config/config.ts';
import type { Paper } from '../../src/paper.ts';
import type { Archive } from '../../src/query/archive.ts';
import { openArchive, type OpenOptions } from '../../src/query/open-archive.ts';
import { commitSnapshot } from '../../src/store/commit-snapshot.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import type { Changes } from '../../src/store/snapshot.ts';
import { sampleConfig } from './sample-config.ts';

type OtherOptions = Omit<OpenOptions, 'dataDir' | 'cacheDir' | 'config'>;

/** A snapshot in a temporary folder, and archives opened over it with a cache that is kept or fresh. */
export class SampleArchive implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'archive-'));
  readonly dataDir = join(this.folder, 'data');
  readonly cacheDir = join(this.folder, 'cache');
  readonly config: Config;
  #fresh = 0;

  constructor(config: Config = sampleConfig()) {
    this.config = config;
  }

  commit(changes: Omit<Changes, 'base'>): void {
    const base = openSnapshot(this.dataDir, { cacheFile: null });
    commitSnapshot(this.dataDir, { base, ...changes });
  }

  papers(): Paper[] {
    return [...openSnapshot(this.dataDir, { cacheFile: null }).allPapers()];
  }

  /** Opened over the cache folder of the sample, as the next build would. */
  open(config: Config = this.config, other: OtherOptions = {}): Promise<Archive> {
    return openArchive({ dataDir: this.dataDir, cacheDir: this.cacheDir, config, ...other });
  }

  /** Opened over an empty cache folder. */
  openCold(config: Config = this.config, other: OtherOptions = {}): Promise<Archive> {
    const cacheDir = join(this.folder, `cold-${(this.#fresh += 1)}`);
    return openArchive({ dataDir: this.dataDir, cacheDir, config, ...other });
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
