/** `PRAGMA user_version` of the published file: raised when a table or a column is added. None is ever renamed. */
export const USER_VERSION = 1;

/** Newest days whose abstracts are in the file and its full-text table; all abstracts are in the Parquet files. */
export const TEXT_DAYS = 30;

/** Tables without rowid are laid out by their key: the same rows give the same bytes, in whatever order they came. */
export const SCHEMA = `
PRAGMA user_version = ${USER_VERSION};
CREATE TABLE paper (
  id TEXT PRIMARY KEY,              -- arXiv id without version
  version INTEGER NOT NULL,
  title TEXT NOT NULL,
  authors TEXT NOT NULL,            -- JSON array of names, in order
  announced TEXT NOT NULL,          -- date of the announcement, US Eastern
  submitted TEXT NOT NULL,          -- UTC instant of version 1
  updated TEXT NOT NULL,            -- UTC instant of the latest version
  primary_category TEXT NOT NULL,
  categories TEXT NOT NULL,         -- separated by blanks
  lane TEXT NOT NULL,               -- new, or cross for a cross-list
  venue TEXT,
  venue_year INTEGER,
  code_url TEXT,
  doi TEXT,
  withdrawn INTEGER NOT NULL,       -- 0 or 1
  citations INTEGER
) WITHOUT ROWID;
CREATE INDEX paper_announced ON paper (announced);
CREATE TABLE topic (
  id TEXT PRIMARY KEY,
  name_en TEXT NOT NULL,
  name_zh TEXT NOT NULL,
  layer TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE paper_topic (
  topic TEXT NOT NULL,
  paper TEXT NOT NULL,              -- paper.id
  phrase TEXT NOT NULL,             -- what matched
  place TEXT NOT NULL,              -- title or abstract
  PRIMARY KEY (topic, paper)
) WITHOUT ROWID;
CREATE INDEX paper_topic_paper ON paper_topic (paper);
CREATE TABLE day (
  date TEXT PRIMARY KEY,
  papers INTEGER NOT NULL,
  fingerprint TEXT NOT NULL         -- changes with anything about its papers
) WITHOUT ROWID;
`;

/** Made anew for each file: a full-text table remembers the order in which it was filled. */
export const TEXT_SCHEMA = `
CREATE VIRTUAL TABLE paper_text USING fts4 (
  id, title, authors, abstract, notindexed=id, tokenize=unicode61
);
`;
