/**
 * What is computed from the snapshot and worth keeping between builds. No text of papers: that stays in the shards, so
 * the file is small (20 MB at 50,000 papers; 113 MB with abstracts).
 */
export const SCHEMA = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE source (kind TEXT, key TEXT, sha256 TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
  CREATE TABLE paper (
    id TEXT PRIMARY KEY,
    date TEXT NOT NULL,
    at INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    cross_listed INTEGER NOT NULL,
    record TEXT NOT NULL,
    row TEXT NOT NULL,
    brief TEXT NOT NULL,
    modified TEXT NOT NULL,
    tags TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX paper_of_day ON paper (date, cross_listed, id);
  CREATE TABLE day (
    date TEXT PRIMARY KEY,
    total INTEGER NOT NULL,
    records TEXT NOT NULL,
    rows TEXT NOT NULL,
    modified TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE topic_day (
    topic TEXT NOT NULL,
    date TEXT NOT NULL,
    total INTEGER NOT NULL,
    rows TEXT NOT NULL,
    briefs TEXT NOT NULL,
    PRIMARY KEY (topic, date)
  ) WITHOUT ROWID;
  CREATE TABLE replacement (
    date TEXT NOT NULL,
    id TEXT NOT NULL,
    paper_date TEXT NOT NULL,
    shown TEXT NOT NULL,
    PRIMARY KEY (date, id)
  ) WITHOUT ROWID;
  CREATE INDEX replacement_of_paper ON replacement (id);
  CREATE TABLE receipt (date TEXT PRIMARY KEY, receipt TEXT NOT NULL) WITHOUT ROWID;
`;

/** Raised with the schema: a file of another version is computed anew. */
export const SCHEMA_VERSION = 3;
