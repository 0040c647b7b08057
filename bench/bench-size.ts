import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/config/read-config.ts';
import type { Archive } from '../src/query/archive.ts';
import { openArchive } from '../src/query/open-archive.ts';
import { runBuild, type BuildFolders, type BuildResult } from '../tests/site/run-build.ts';
import { makeArchive, nextDay } from './archive/make-archive.ts';
import type { TextPool } from './archive/texts.ts';
import type { CommitCost } from './commit-day.ts';
import { countOutput, type Share } from './count-output.ts';
import { firstQueryBytes } from './first-query.ts';
import { measureCommand, type Measured } from './measure-command.ts';
import { buildWithEleventy } from './rivals/eleventy.ts';
import { buildWithHugo } from './rivals/hugo.ts';

/** All that is measured at one size of the archive. */
export interface SizeResult {
  papers: number;
  /** From nothing; then next days with the output kept, and with the cache folder alone. */
  full: BuildResult;
  nextDays: BuildResult[];
  restored: BuildResult[];
  /** New and replaced papers of each next day, in the order in which they were built. */
  news: number[];
  output: Share[];
  /** Bytes of a first query of the search, at the worst. */
  firstQuery: number;
  /** What merging each day into the snapshot took, without any network. */
  updates: CommitCost[];
  /** Bytes that the size governor expected of the full build. */
  expected: number;
  hugo: (Measured & { output: Share[] }) | null;
  eleventy: (Measured & { output: Share[] }) | null;
}

export interface SizeOptions {
  /** A folder inside the repository that may be emptied. */
  dir: string;
  pool: TextPool;
  /** Next days built in each way; their median is reported. */
  days: number;
  rivals: boolean;
  eleventy: boolean;
  /** Whether the search index is built too. The rivals make none. */
  search: boolean;
  say: (line: string) => void;
}

export async function benchSize(papers: number, options: SizeOptions): Promise<SizeResult> {
  const { dir, pool, say } = options;
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const folders = foldersIn(dir, options.search);
  let plan = makeArchive(folders.dataDir, papers, { seed: 1, texts: pool.texts });
  const rivals = options.rivals
    ? await benchRivals(folders, options)
    : { hugo: null, eleventy: null };

  const full = await runBuild(folders);
  say(describe('full', full));
  const output = countOutput(folders.outDir);
  const { expected } = (await openFolders(folders)).forms();
  const news: number[] = [];
  const updates: CommitCost[] = [];
  const firstQuery = options.search ? newestPeriod(folders.outDir) : 0;
  const buildNext = async (name: string): Promise<BuildResult> => {
    const day = nextDay(plan);
    plan = day.plan;
    news.push(day.added.length + day.updated.length);
    const file = join(dir, 'day.json');
    writeFileSync(file, JSON.stringify(day));
    const { output: printed } = await measureCommand(
      process.execPath,
      ['bench/commit-day.ts', folders.dataDir, file],
      { cwd: '.' },
    );
    const cost: CommitCost = JSON.parse(printed);
    updates.push(cost);
    const result = await runBuild(folders);
    say(describe(name, result));
    return result;
  };
  const nextDays: BuildResult[] = [];
  const restored: BuildResult[] = [];
  for (let day = 0; day < options.days; day += 1) nextDays.push(await buildNext('next day'));
  for (let day = 0; day < options.days; day += 1) {
    rmSync(folders.outDir, { recursive: true });
    restored.push(await buildNext('next day, cache alone'));
  }
  return {
    papers,
    full,
    nextDays,
    restored,
    news,
    output,
    expected,
    firstQuery,
    updates,
    ...rivals,
  };
}

function foldersIn(dir: string, search: boolean): Required<BuildFolders> {
  const configFile = join(dir, 'config.yaml');
  const switchedOff = search ? '' : '\nsearch: { enabled: false }\n';
  writeFileSync(configFile, readFileSync('config.yaml', 'utf8') + switchedOff);
  return {
    dataDir: join(dir, 'data'),
    cacheDir: join(dir, 'cache'),
    outDir: join(dir, 'site'),
    configFile,
  };
}

function newestPeriod(outDir: string): number {
  const folder = join(outDir, 'search-index');
  const periods: { id: string }[] = JSON.parse(readFileSync(join(folder, 'periods.json'), 'utf8'));
  return firstQueryBytes(join(folder, periods[0]?.id ?? ''));
}

/** The archive as a build over these folders sees it. */
async function openFolders({
  dataDir,
  cacheDir,
  configFile,
}: Required<BuildFolders>): Promise<Archive> {
  return openArchive({ dataDir, cacheDir, config: await readConfig(configFile) });
}

async function benchRivals(
  folders: Required<BuildFolders>,
  { dir, say, eleventy: wanted }: SizeOptions,
): Promise<Pick<SizeResult, 'hugo' | 'eleventy'>> {
  const { dataDir } = folders;
  const cacheDir = join(dir, 'rivals-cache');
  const archive = await openFolders({ ...folders, cacheDir });
  const counted = (name: string, built: (Measured & { outDir: string }) | null) => {
    if (built === null) return null;
    say(`  ${name}: ${timed(built)}`);
    const { outDir, ...measured } = built;
    return { ...measured, output: countOutput(outDir) };
  };
  const hugo = counted('Hugo', await buildWithHugo(join(dir, 'hugo'), archive));
  rmSync(join(dir, 'hugo'), { recursive: true, force: true });
  const eleventy = counted(
    'Eleventy',
    wanted
      ? await buildWithEleventy(join(dir, 'eleventy'), { dataDir, cacheDir }, shellFor())
      : null,
  );
  rmSync(join(dir, 'eleventy'), { recursive: true, force: true });
  return { hugo, eleventy };
}

/** The frame of a paper page for Eleventy, as long as ours. */
function shellFor(): { head: string; body: string } {
  return {
    head: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/site.css"><script src="/boot.js"></script>${' '.repeat(400)}`,
    body: `</head><body><header class="mast">${' '.repeat(1000)}</header><div class="frame"><main class="main" id="main">`,
  };
}

function describe(name: string, build: BuildResult): string {
  return `  ${name}: ${timed(build)}, ${build.emitted.rendered} emitted, ${build.drawn.length} drawn`;
}

function timed({ seconds, cpuSeconds, megabytes }: Measured): string {
  return `${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor time), ${megabytes} MB`;
}
