/** Databases as the earlier product made them, in both of its forms, with rows that have its known faults. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

const FIRST = `
  CREATE TABLE papers (id VARCHAR PRIMARY KEY, title TEXT NOT NULL, authors TEXT, publish_date DATE, update_date DATE,
    pdf_url TEXT, code_url TEXT, abstract TEXT, category VARCHAR, created_at DATETIME, updated_at DATETIME);`;
const LATER = `
  CREATE TABLE papers (id VARCHAR PRIMARY KEY, title TEXT NOT NULL, authors TEXT, publish_date DATE, update_date DATE,
    pdf_url TEXT, code_url TEXT, abstract TEXT, category VARCHAR, citation_count INTEGER, influential_citation_count INTEGER,
    author_affiliations TEXT, venue VARCHAR, publication_year INTEGER, semantic_scholar_updated_at DATETIME,
    created_at DATETIME, updated_at DATETIME);
  CREATE TABLE news (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, description TEXT, link TEXT, source VARCHAR,
    platform VARCHAR, published_at DATETIME, image_url TEXT, author VARCHAR, tags TEXT);
  CREATE TABLE jobs (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, description TEXT, link TEXT, update_date DATE,
    source_date VARCHAR, company VARCHAR, location VARCHAR, job_type VARCHAR);
  CREATE TABLE datasets (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, description TEXT, category VARCHAR,
    publisher VARCHAR, publish_date VARCHAR, project_link TEXT, paper_link TEXT, dataset_link TEXT, scale VARCHAR,
    link TEXT, source VARCHAR, source_url TEXT, tags TEXT);`;

export type EarlierRow = Record<string, SQLInputValue>;

export interface EarlierContent {
  papers?: EarlierRow[];
  news?: EarlierRow[];
  jobs?: EarlierRow[];
  datasets?: EarlierRow[];
}

export function writeDatabase(
  file: string,
  form: 'first' | 'later',
  content: EarlierContent,
): void {
  const db = new DatabaseSync(file);
  db.exec(form === 'first' ? FIRST : LATER);
  for (const [table, rows] of Object.entries(content) as [string, EarlierRow[]][])
    for (const row of rows) {
      const names = Object.keys(row);
      db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(...Object.values(row)); // prettier-ignore
    }
  db.close();
}

export const paperRow = (given: EarlierRow): EarlierRow => ({
  id: '2511.01234',
  title: 'A Patient Gripper',
  authors: 'Ada Example, Bo Probe',
  publish_date: '2025-11-04',
  update_date: '2025-11-04',
  pdf_url: 'http://arxiv.org/abs/2511.01234v1',
  code_url: null,
  abstract: '',
  category: 'Manipulation',
  ...given,
});
