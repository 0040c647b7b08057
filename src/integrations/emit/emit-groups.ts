import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { emitGroup } from './emit-group.ts';
import type { EmitGroup, EmitReport } from './groups.ts';
import { OutputFolder } from './output-folder.ts';
import { packFile, readPackIndex, writePackIndex, type PackIndex } from './pack-index.ts';
import { readPackPaths } from './pack.ts';

export interface EmitOptions {
  outDir: string;
  /** Where packs and their index are kept between builds. */
  cacheDir: string;
  /** What all files depend on beside their keys: templates, config, address. */
  salt: string;
  /** Top folders of `outDir` that hold exactly what the last build emitted there: unchanged files stay in place. */
  held: ReadonlySet<string>;
  /** Takes a folder of the last build away; deletes it when not given. */
  discard?: (folder: string) => void;
}

/**
 * Writes the files of all groups. What did not change since the last build is left in place or copied out of the cache
 * folder, all else is rendered; groups that are not named any more leave with their files. The output is the same
 * whatever the cache held.
 */
export function emitGroups(groups: readonly EmitGroup[], options: EmitOptions): EmitReport {
  const { outDir, cacheDir, salt } = options;
  const before = readPackIndex(cacheDir, salt);
  const keys = new Map(groups.map(({ name, key }) => [name, key]));
  const outdated = Object.entries(before.groups).filter(
    ([name, { key }]) => keys.get(name) !== key,
  );
  const oldPaths = outdated.map(([name, { key }]) => readPackPaths(packFile(cacheDir, name), key));
  const leftOver = oldPaths.every((paths) => paths !== null) ? oldPaths.flat() : null;
  const held =
    leftOver !== null && Object.keys(before.groups).length > 0 ? options.held : dropHeld(options);

  const output = new OutputFolder(outDir);
  const report: EmitReport = { rendered: 0, renderedOf: {}, restored: 0, kept: 0, removed: 0 };
  const index: PackIndex = { salt, groups: {} };
  for (const group of groups) {
    const inPlace = group.folder !== null && held.has(group.folder);
    index.groups[group.name] = emitGroup(group, before.groups[group.name], {
      output,
      report,
      inPlace,
      cacheDir,
    });
  }
  report.removed = output.removeLeftOvers(leftOver ?? []);
  writePackIndex(cacheDir, index);
  for (const [name] of outdated)
    if (!keys.has(name)) rmSync(packFile(cacheDir, name), { force: true });
  return report;
}

/** What the held folders hold cannot be told from the cache any more: everything is written anew. */
function dropHeld({ outDir, held, discard = remove }: EmitOptions): ReadonlySet<string> {
  for (const folder of held) discard(join(outDir, folder));
  return new Set();
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
