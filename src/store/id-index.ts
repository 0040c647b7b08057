/**
 * Which shard holds an id. Derived from the shards and cached in `.cache/` by their sha256: a line of ids for each. With
 * a cold cache each shard is read once for its ids; no record is parsed.
 */
import { dirname, join } from 'node:path';
import { readIfThere, realFileSystem, writeWhole, type FileSystem } from './file-system.ts';
import { linesById, shardOfPath } from './shard.ts';
import { reasonOf } from './snapshot-error.ts';

const FORM = 'ids 1';

export interface IdIndex {
  /** The path of the shard that holds an id of a kind. */
  pathOf: (kind: string, id: string) => string | undefined;
}

export interface IdIndexSource {
  /** Shards of all kinds by path, with their sha256. */
  shards: ReadonlyMap<string, string>;
  read: (path: string) => Buffer;
  /** `null`: keep no cache. */
  cacheFile: string | null;
  files: FileSystem;
  warn: (message: string) => void;
}

export function buildIdIndex(source: IdIndexSource): IdIndex {
  const cached = readCache(source);
  const lines: string[] = [FORM];
  const kinds = new Map<string, Map<string, string>>();
  let scanned = 0;
  for (const [path, sum] of source.shards) {
    let ids = cached.get(sum);
    if (ids === undefined) {
      ids = scan(source.read(path));
      scanned += 1;
    }
    lines.push(`${sum} ${ids}`);
    const { kind } = shardOfPath(path);
    const paths = kinds.get(kind) ?? new Map<string, string>();
    kinds.set(kind, paths);
    for (const id of ids === '' ? [] : ids.split('\t')) paths.set(id, path);
  }
  if (scanned > 0 || cached.size !== source.shards.size) writeCache(source, lines);
  return { pathOf: (kind, id) => kinds.get(kind)?.get(id) };
}

function scan(bytes: Buffer): string {
  return Array.from(linesById(bytes), ({ id }) => id).join('\t');
}

/** Ids by sha256. The cache is only ever a shortcut: one that cannot be read is made anew. */
function readCache({ cacheFile, files, warn }: IdIndexSource): Map<string, string> {
  if (cacheFile === null) return new Map();
  try {
    const text = readIfThere(cacheFile, files)?.toString('utf8') ?? '';
    const [form, ...lines] = text.split('\n');
    if (form !== FORM || lines.pop() !== '') return new Map();
    return new Map(lines.map((line) => [line.slice(0, 64), line.slice(65)]));
  } catch (error) {
    warn(`The cache ${cacheFile} cannot be read (${reasonOf(error)}); it is made anew.`);
    return new Map();
  }
}

function writeCache({ cacheFile, files, warn }: IdIndexSource, lines: string[]): void {
  if (cacheFile === null) return;
  try {
    replaceCache(cacheFile, Buffer.from(`${lines.join('\n')}\n`), files);
  } catch (error) {
    warn(`The cache ${cacheFile} cannot be written (${reasonOf(error)}); the next run reads more.`);
  }
}

/** Adds the ids of shards that were just written to an index that is there, so that the next run need not read them. */
export function rememberIds(
  cacheFile: string | null,
  shards: ReadonlyMap<string, readonly string[]>,
  { files = realFileSystem, warn = console.warn }: Partial<Pick<IdIndexSource, 'files' | 'warn'>>,
): void {
  if (cacheFile === null || shards.size === 0) return;
  try {
    const known = readIfThere(cacheFile, files);
    if (known === null) return;
    const kept = [...shards].filter(([, ids]) => ids.length > 0);
    const lines = kept.map(([sum, ids]) => `${sum} ${ids.join('\t')}\n`);
    replaceCache(cacheFile, Buffer.concat([known, Buffer.from(lines.join(''))]), files);
  } catch (error) {
    warn(`The cache ${cacheFile} cannot be written (${reasonOf(error)}); the next run reads more.`);
  }
}

function replaceCache(cacheFile: string, bytes: Buffer, files: FileSystem): void {
  const staged = `${cacheFile}.${process.pid}.tmp`;
  files.mkdirSync(dirname(cacheFile), { recursive: true });
  writeWhole(staged, bytes, files);
  files.renameSync(staged, cacheFile);
}

/** Where the index of a data folder is kept: beside it, where the workflow's cache step looks. */
export function defaultCacheFile(dir: string): string {
  return join(dirname(dir), '.cache', 'ids.txt');
}
