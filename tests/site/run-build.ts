import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { measureCommand, type Measured } from '../../bench/measure-command.ts';
import type { EmitReport } from '../../src/integrations/emit/groups.ts';

const root = resolve(import.meta.dirname, '../..');

export interface BuildFolders {
  dataDir: string;
  cacheDir: string;
  outDir: string;
  /** `config.yaml` of the repository when left out. */
  configFile?: string;
}

/** What one build did. */
export interface BuildResult extends Measured {
  /** Paths of the pages and files that Astro drew anew, not those that it took from its cache. */
  drawn: string[];
  /** What became of the files that are emitted after Astro's. */
  emitted: EmitReport;
}

/** Runs `astro build` as `npm run build` does, over the given folders. @throws with the build's output when it fails */
export async function runBuild(folders: BuildFolders): Promise<BuildResult> {
  const { output, ...measured } = await measureCommand(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build'],
    {
      cwd: root,
      env: {
        DATA_DIR: folders.dataDir,
        CACHE_DIR: folders.cacheDir,
        OUT_DIR: folders.outDir,
        ...(folders.configFile === undefined ? {} : { CONFIG_FILE: folders.configFile }),
        SITE_URL: 'https://pulse.example.org/daily/',
        ASTRO_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'production',
      },
    },
  );
  return { drawn: drawnPages(output), emitted: readReport(folders.cacheDir), ...measured };
}

/** Astro prints a line a page: `├─ /days/2026-11-23/index.html (+12ms)`, or `(cached)`, `(restored)`. */
function drawnPages(output: string): string[] {
  const lines = stripVTControlCharacters(output).matchAll(/├─ (\S+) \(\+[^)]*\)/g);
  return [...lines].map(([, path]) => path ?? '');
}

function readReport(cacheDir: string): EmitReport {
  const [emitted, feeds] = ['emit', 'feeds'].map((folder): EmitReport => {
    return JSON.parse(readFileSync(join(cacheDir, folder, 'report.json'), 'utf8'));
  });
  if (!emitted || !feeds) throw new Error(`${cacheDir} holds no reports of a build`);
  return {
    rendered: emitted.rendered + feeds.rendered,
    renderedOf: { ...emitted.renderedOf, ...feeds.renderedOf },
    restored: emitted.restored + feeds.restored,
    kept: emitted.kept + feeds.kept,
    removed: emitted.removed + feeds.removed,
  };
}
