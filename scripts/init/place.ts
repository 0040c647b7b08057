import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Config } from '../../src/config/config.ts';
import { ConfigError } from '../../src/config/config-error.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { locations } from '../../src/query/locations.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { papers as paperKind } from '../../src/store/kinds.ts';
import { recentDays } from '../../src/tune/recent.ts';
import type { Paper } from '../../src/paper.ts';

/** Where the new config goes, and what stands there. */
export interface Place {
  configFile: string;
  dataDir: string;
  /** The file in place and its text; `config` is `null` when it is not valid. */
  present: { text: string; config: Config | null } | null;
  /** Where the file in place is kept when a new one takes its place. */
  backup: string;
  /** Papers of the archive, and those of its last thirty days, oldest first. */
  held: number;
  recent: Paper[];
}

/** @throws {SnapshotError} when the archive in place is damaged */
export function lookAround(): Place {
  const { configFile, dataDir, backupsDir } = locations();
  const snapshot = openSnapshot(dataDir, { cacheFile: null });
  const shards = snapshot.shards(paperKind.name);
  const days = recentDays(shards.map(({ key, rows }) => ({ date: key, rows })));
  return {
    configFile,
    dataDir,
    present: existsSync(configFile) ? readPresent(configFile) : null,
    backup: freeName(backupsDir, basename(configFile)),
    held: shards.reduce((sum, { rows }) => sum + rows, 0),
    recent: days.flatMap(({ date }) => snapshot.papersOf(date)),
  };
}

function readPresent(file: string): Place['present'] {
  const text = readFileSync(file, 'utf8');
  try {
    return { text, config: parseConfig(text, file) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { text, config: null };
  }
}

function freeName(folder: string, name: string): string {
  for (let n = 1; ; n++) {
    const file = join(folder, name.replace(/(\.\w+)?$/, `-${n}$1`));
    if (!existsSync(file)) return file;
  }
}

/** Whole or not at all; what was there is kept first. */
export function putInPlace(text: string, { configFile, present, backup }: Place): void {
  if (present !== null) {
    mkdirSync(dirname(backup), { recursive: true });
    writeFileSync(backup, present.text, { flag: 'wx' });
  }
  mkdirSync(dirname(configFile), { recursive: true });
  writeFileSync(`${configFile}.tmp`, text);
  renameSync(`${configFile}.tmp`, configFile);
}
