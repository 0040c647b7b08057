import type { Day, Paper } from '../paper.ts';
import { replacementsOf } from './replacements.ts';
import { digest } from './digest.ts';
import type { DerivedDb } from './derived-db.ts';
import { toRow, type Tagger, type Tags } from './tags.ts';

interface PaperRow {
  id: string;
  line: number;
  cross: number;
  record: string;
  row: string;
  modified: string;
  tags: Tags;
}

/** How a line becomes a record, and a record its tags. */
export interface Reading {
  parse: (line: string) => Paper;
  tag: Tagger;
}

/**
 * Brings the derived rows of one announcement day in line with its shard. Only records that changed are parsed against
 * the topics again.
 * @param shard the shard's bytes, one record a line
 */
export function applyShard(db: DerivedDb, date: Day, shard: Buffer, { parse, tag }: Reading): void {
  const known = new Map(
    db
      .all('SELECT id, record, line FROM paper WHERE date = ?', [date])
      .map(([id, record, line]) => [String(id), { record: String(record), line: Number(line) }]),
  );
  let line = 0;
  for (const text of shard.toString('utf8').split('\n')) {
    if (text === '') continue;
    const record = digest(text);
    const paper = parse(text);
    const before = known.get(paper.id);
    known.delete(paper.id);
    if (before?.record !== record) upsert(db, date, paper, { line, record }, tag(paper));
    else if (before.line !== line)
      db.run('UPDATE paper SET line = ? WHERE id = ?', [line, paper.id]);
    line += 1;
  }
  for (const id of known.keys()) forgetPaper(db, date, id);
  summariseDay(db, date);
}

/** Removes all rows of a day whose shard is gone. */
export function forgetShard(db: DerivedDb, date: Day): void {
  db.run('DELETE FROM replacement WHERE paper_date = ?', [date]);
  db.run('DELETE FROM paper WHERE date = ?', [date]);
  summariseDay(db, date);
}

function forgetPaper(db: DerivedDb, date: Day, id: string): void {
  db.run('DELETE FROM replacement WHERE paper_date = ? AND id = ?', [date, id]);
  db.run('DELETE FROM paper WHERE id = ? AND date = ?', [id, date]);
}

function upsert(
  db: DerivedDb,
  date: Day,
  paper: Paper,
  { line, record }: { line: number; record: string },
  tags: Tags,
): void {
  const row = digest(JSON.stringify(toRow({ paper, ...tags })));
  const replacements = replacementsOf(paper);
  const modified = replacements.reduce(
    (latest, { date }) => (date > latest ? date : latest),
    paper.announced,
  );
  db.run('INSERT OR REPLACE INTO paper VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
    paper.id,
    date,
    line,
    tags.lane === 'cross' ? 1 : 0,
    record,
    row,
    modified,
    JSON.stringify(tags),
  ]);
  db.run('DELETE FROM replacement WHERE paper_date = ? AND id = ?', [date, paper.id]);
  for (const { date: replaced, ...change } of replacements) {
    const shown = digest(row, JSON.stringify(change));
    db.run('INSERT OR REPLACE INTO replacement VALUES (?, ?, ?, ?)', [
      replaced,
      paper.id,
      date,
      shown,
    ]);
  }
}

/** Counts and digests of a day and of each topic in it: what listings' cache keys are made of. */
function summariseDay(db: DerivedDb, date: Day): void {
  const papers = db
    .all(
      `SELECT id, line, cross_listed, record, row, modified, tags FROM paper
       WHERE date = ? ORDER BY cross_listed, line`,
      [date],
    )
    .map(([id, line, cross, record, row, modified, tags]): PaperRow => ({
      id: String(id),
      line: Number(line),
      cross: Number(cross),
      record: String(record),
      row: String(row),
      modified: String(modified),
      tags: parseTags(tags),
    }));
  db.run('DELETE FROM topic_day WHERE date = ?', [date]);
  if (papers.length === 0) {
    db.run('DELETE FROM day WHERE date = ?', [date]);
    return;
  }
  const modified = papers.reduce(
    (latest, paper) => (paper.modified > latest ? paper.modified : latest),
    date,
  );
  db.run('INSERT OR REPLACE INTO day VALUES (?, ?, ?, ?, ?)', [
    date,
    papers.length,
    digest(...papers.map((paper) => paper.record)),
    digest(...papers.map((paper) => paper.row)),
    modified,
  ]);
  const byTopic = Map.groupBy(
    papers.flatMap(({ row, tags }) => tags.topics.map(({ topic }) => ({ topic, row }))),
    ({ topic }) => topic,
  );
  for (const [topic, rows] of byTopic) {
    db.run('INSERT INTO topic_day VALUES (?, ?, ?, ?)', [
      topic,
      date,
      rows.length,
      digest(...rows.map(({ row }) => row)),
    ]);
  }
}

function parseTags(text: unknown): Tags {
  const tags: Tags = JSON.parse(String(text));
  return tags;
}
