import type { Day, Paper } from '../paper.ts';
import type { DerivedDb } from './derived-db.ts';
import { digest } from './digest.ts';
import { replacementsOf } from './replacements.ts';
import { linesOf } from './shard-lines.ts';
import { summariseDay } from './summarise-day.ts';
import { packTags, toBrief, toRow, unpackTopics, type Tagger } from './tags.ts';

/** How a line becomes a record, and a record its tags. */
export interface Reading {
  parse: (line: string) => Paper;
  tag: Tagger;
}

/** The derived row of one paper. */
export interface PaperRow {
  id: string;
  /** Where its line lies in the shard, in bytes. */
  at: number;
  bytes: number;
  cross: boolean;
  /** Digest of the whole record. */
  record: string;
  /** Digest of what listings show of it. */
  row: string;
  /** Digest of what lists without abstracts show of it. */
  brief: string;
  /** When it, or its newest replacement, was announced. */
  modified: Day;
  topics: string[];
}

/**
 * Brings the derived rows of one announcement day in line with its shard. Only records that changed are parsed and
 * tagged again.
 * @param shard the shard's bytes, one record a line
 */
export function applyShard(db: DerivedDb, date: Day, shard: Buffer, { parse, tag }: Reading): void {
  const known = knownRows(db, date);
  const rows: PaperRow[] = [];
  for (const { at, bytes, text } of linesOf(shard)) {
    const record = digest(text);
    const same = known.get(record);
    if (same) {
      known.delete(record);
      if (same.at !== at) db.run('UPDATE paper SET at = ? WHERE id = ?', [at, same.id]);
      rows.push({ ...same, at });
    } else {
      rows.push(insertPaper(db, date, { at, bytes, record, paper: parse(text), tag }));
    }
  }
  const present = new Set(rows.map(({ id }) => id));
  for (const { id } of known.values()) if (!present.has(id)) forgetPaper(db, date, id);
  summariseDay(db, date, rows);
}

/** Removes all rows of a day whose shard is gone. */
export function forgetShard(db: DerivedDb, date: Day): void {
  db.run('DELETE FROM replacement WHERE paper_date = ?', [date]);
  db.run('DELETE FROM paper WHERE date = ?', [date]);
  summariseDay(db, date, []);
}

function forgetPaper(db: DerivedDb, date: Day, id: string): void {
  db.run('DELETE FROM replacement WHERE id = ? AND paper_date = ?', [id, date]);
  db.run('DELETE FROM paper WHERE id = ? AND date = ?', [id, date]);
}

/** The rows of a day as they were applied last, by digest of the record. */
function knownRows(db: DerivedDb, date: Day): Map<string, PaperRow> {
  const rows = db.all(
    'SELECT id, at, bytes, cross_listed, record, row, brief, modified, tags FROM paper WHERE date = ?',
    [date],
  );
  return new Map(
    rows.map(([id, at, bytes, cross, record, row, brief, modified, tags]) => [
      String(record),
      {
        id: String(id),
        at: Number(at),
        bytes: Number(bytes),
        cross: cross === 1,
        record: String(record),
        row: String(row),
        brief: String(brief),
        modified: String(modified),
        topics: unpackTopics(String(tags)),
      },
    ]),
  );
}

function insertPaper(
  db: DerivedDb,
  date: Day,
  {
    at,
    bytes,
    record,
    paper,
    tag,
  }: Pick<PaperRow, 'at' | 'bytes' | 'record'> & { paper: Paper; tag: Tagger },
): PaperRow {
  const tags = tag(paper);
  const row = digest(JSON.stringify(toRow({ paper, ...tags })));
  const brief = digest(JSON.stringify(toBrief({ paper, ...tags })));
  const replacements = replacementsOf(paper);
  const modified = replacements.at(-1)?.date ?? paper.announced;
  const cross = tags.lane === 'cross';
  const { id } = paper;
  db.run('DELETE FROM replacement WHERE id = ?', [id]);
  db.run('INSERT OR REPLACE INTO paper VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
    id,
    date,
    at,
    bytes,
    cross ? 1 : 0,
    record,
    row,
    brief,
    modified,
    packTags(tags),
  ]);
  for (const { date: replaced, ...change } of replacements) {
    const shown = digest(row, JSON.stringify(change));
    db.run('INSERT OR REPLACE INTO replacement VALUES (?, ?, ?, ?)', [replaced, id, date, shown]);
  }
  const topics = tags.topics.map(({ topic }) => topic);
  return { id, at, bytes, cross, record, row, brief, modified, topics };
}
