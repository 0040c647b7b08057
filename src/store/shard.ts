/** Shards: one record a line in canonical form, in order of id, a line end after each. */
import { canonicalJson } from './canonical-json.ts';
import type { RecordKind, StoredRecord } from './record-kind.ts';
import { reasonOf, SnapshotError } from './snapshot-error.ts';

const KEY = /^\d{4}-\d{2}(-\d{2})?$/;
const LINE_START = Buffer.from('{"id":"');
const LINE_END = 0x0a;
const QUOTE = 0x22;

/** The file of a shard below `data/`: `papers/2026/2026-11-23.ndjson` by day, `news/2026-11.ndjson` by month. */
export function shardPath(kind: string, key: string): string {
  if (!KEY.test(key)) {
    throw new SnapshotError(
      'invalid',
      `${kind}: ${JSON.stringify(key)} is neither a day nor a month`,
    );
  }
  return key.length > 7 ? `${kind}/${key.slice(0, 4)}/${key}.ndjson` : `${kind}/${key}.ndjson`;
}

/** The kind of a shard's file, and its key. */
export function shardOfPath(path: string): { kind: string; key: string } {
  const parts = path.slice(0, -'.ndjson'.length).split('/');
  return { kind: parts[0] ?? '', key: parts.at(-1) ?? '' };
}

/** One record as it stands in a shard: canonical, with its line end. */
export function shardLine(record: StoredRecord): Buffer {
  return Buffer.from(`${canonicalJson(record)}\n`);
}

/** The bytes of a shard of these lines by id. Lines that are kept as they are need not be parsed. */
export function shardBytes(
  lines: ReadonlyMap<string, Buffer>,
  compareIds: (a: string, b: string) => number,
): Buffer {
  const ids = [...lines.keys()].sort(compareIds);
  return Buffer.concat(ids.flatMap((id) => lines.get(id) ?? []));
}

/** Records → the bytes of a shard. @throws {SnapshotError} `invalid` when two records have one id */
export function serialiseShard<T extends StoredRecord>(
  records: Iterable<T>,
  kind: RecordKind<T>,
): Buffer {
  const lines = new Map<string, Buffer>();
  for (const record of records) {
    const id = kind.idOf(record);
    if (lines.has(id))
      throw new SnapshotError('invalid', `${kind.name}: two records have the id ${id}`);
    lines.set(id, shardLine(record));
  }
  return shardBytes(lines, kind.compareIds);
}

/**
 * The bytes of a shard → its records, each checked.
 * @param path named in errors
 * @throws {SnapshotError} `damaged`, with the line's number
 */
export function parseShard<T extends StoredRecord>(
  bytes: Buffer,
  kind: RecordKind<T>,
  path: string,
): T[] {
  const records: T[] = [];
  const seen = new Set<string>();
  for (const [index, line] of textLines(bytes, path).entries()) {
    try {
      const record = kind.parse(JSON.parse(line));
      const id = kind.idOf(record);
      if (seen.has(id)) throw new Error(`${id} stands here a second time`);
      if (shardPath(kind.name, kind.shardOf(record)) !== path) {
        throw new Error(`${id} belongs to ${shardPath(kind.name, kind.shardOf(record))}`);
      }
      seen.add(id);
      records.push(record);
    } catch (error) {
      throw new SnapshotError('damaged', `${path}, line ${index + 1}: ${reasonOf(error)}`, {
        cause: error,
      });
    }
  }
  return records;
}

function textLines(bytes: Buffer, path: string): string[] {
  if (bytes.length === 0) return [];
  if (bytes.at(-1) !== LINE_END) {
    throw new SnapshotError('damaged', `${path} is cut off: its last line has no end`);
  }
  return bytes.toString('utf8', 0, bytes.length - 1).split('\n');
}

/** Each line of a checked shard with its id and its line end; nothing is parsed or copied. */
export function* linesById(bytes: Buffer): Generator<{ id: string; line: Buffer }> {
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(LINE_END, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    yield { id: idOfLine(line), line };
    start = end;
  }
}

/** Canonical lines start with the id; others are parsed for it. */
function idOfLine(line: Buffer): string {
  const end = line.indexOf(QUOTE, LINE_START.length);
  const id = line.toString('utf8', LINE_START.length, end);
  if (line.subarray(0, LINE_START.length).equals(LINE_START) && !id.includes('\\')) return id;
  const record: StoredRecord = JSON.parse(line.toString('utf8'));
  return record.id;
}
