import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { readIfThere, realFileSystem } from './file-system.ts';
import { findJournal, stagedPath, type JournalState } from './journal.ts';
import { MANIFEST, parseManifest, type Manifest } from './manifest.ts';
import { kindOfShard, type AnyKind } from './plain-kind.ts';
import { parseShard } from './shard.ts';
import { sha256 } from './sha256.ts';
import { reasonOf } from './snapshot-error.ts';

export interface FileProblem {
  /** Below the data folder. */
  path: string;
  /**
   * `missing`; `altered`: not the bytes that the manifest names; `malformed`: those bytes, and they are not what a shard
   * must be; `unlisted`: a shard that the manifest does not name; `manifest`: the manifest itself.
   */
  problem: 'missing' | 'altered' | 'malformed' | 'unlisted' | 'manifest';
  message: string;
}

export interface Verification {
  /** `null` when it cannot be read or is not there. */
  manifest: Manifest | null;
  journal: JournalState;
  files: number;
  rows: number;
  problems: FileProblem[];
}

/**
 * Checks every file of a snapshot: bytes against the manifest, each record against its form, each id once, and nothing
 * beside. Reads only.
 * @param kinds of records whose form is to be checked beside papers and receipts
 */
export function verifySnapshot(dir: string, kinds: readonly AnyKind[] = []): Verification {
  const result: Verification = { manifest: null, journal: 'none', files: 0, rows: 0, problems: [] };
  try {
    const { state, manifest } = findJournal(dir, realFileSystem);
    result.journal = state;
    result.manifest = manifest && parseManifest(manifest, join(dir, MANIFEST));
  } catch (error) {
    result.problems.push({ path: MANIFEST, problem: 'manifest', message: reasonOf(error) });
  }
  checkFiles(dir, result, kinds);
  for (const path of shardsIn(dir)) {
    if (result.manifest && path in result.manifest.files) continue;
    result.problems.push(problem(path, 'unlisted', 'is not in the manifest'));
  }
  return result;
}

function checkFiles(dir: string, result: Verification, kinds: readonly AnyKind[]): void {
  const seen = new Map<string, string>();
  for (const [path, entry] of Object.entries(result.manifest?.files ?? {})) {
    const staged =
      result.journal === 'ready' ? readIfThere(stagedPath(dir, path), realFileSystem) : null;
    const bytes = staged ?? readIfThere(join(dir, path), realFileSystem);
    if (bytes === null) {
      result.problems.push(problem(path, 'missing', 'is missing'));
    } else if (sha256(bytes) !== entry.sha256) {
      result.problems.push(problem(path, 'altered', 'is not the file that the manifest names'));
    } else {
      result.files += 1;
      result.rows += entry.rows;
      const fault = faultOf(bytes, path, entry, seen, kinds);
      if (fault !== null) result.problems.push({ path, problem: 'malformed', message: fault });
    }
  }
}

function faultOf(
  bytes: Buffer,
  path: string,
  entry: { rows: number; bytes: number },
  seen: Map<string, string>,
  kinds: readonly AnyKind[],
): string | null {
  const kind = kindOfShard(path, kinds);
  try {
    const records = parseShard(bytes, kind, path);
    if (records.length !== entry.rows || bytes.length !== entry.bytes) {
      return `${path} has ${records.length} records in ${bytes.length} bytes; the manifest says ${entry.rows} in ${entry.bytes}`;
    }
    for (const record of records) {
      const id = `${kind.name} ${kind.idOf(record)}`;
      const other = seen.get(id);
      if (other !== undefined) return `${path}: ${kind.idOf(record)} stands in ${other} too`;
      seen.set(id, path);
    }
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Every shard that lies in a data folder, listed or not, by path below it. */
export function shardsIn(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true })
    .map((name) => String(name).split(sep).join('/'))
    .filter((name) => name.endsWith('.ndjson') && !name.startsWith('.'))
    .sort();
}

function problem(path: string, kind: FileProblem['problem'], what: string): FileProblem {
  return { path, problem: kind, message: `${path} ${what}` };
}
