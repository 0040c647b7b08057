/**
 * The tables of an export: those of the published SQLite file, with the types of a server, and the text of every paper.
 * Tables and columns are added, never renamed.
 */

/** `id` is a short key; `text` may be of any length. */
export type ColumnType = 'id' | 'label' | 'text' | 'integer' | 'date' | 'instant' | 'json';

export interface Column {
  name: string;
  type: ColumnType;
  optional?: boolean;
}

export interface Table {
  name: string;
  columns: readonly Column[];
  key: readonly string[];
  /** Columns that are searched by, one index each. */
  indexes: readonly string[];
}

const column = (name: string, type: ColumnType): Column => ({ name, type });
const optional = (name: string, type: ColumnType): Column => ({ name, type, optional: true });

export const PAPER: Table = {
  name: 'paper',
  columns: [
    column('id', 'id'),
    column('version', 'integer'),
    column('title', 'text'),
    column('authors', 'json'),
    column('announced', 'date'),
    column('submitted', 'instant'),
    column('updated', 'instant'),
    column('primary_category', 'label'),
    column('categories', 'text'),
    column('lane', 'label'),
    optional('venue', 'text'),
    optional('venue_year', 'integer'),
    optional('code_url', 'text'),
    optional('doi', 'text'),
    column('withdrawn', 'integer'),
    optional('citations', 'integer'),
  ],
  key: ['id'],
  indexes: ['announced'],
};

export const PAPER_TEXT: Table = {
  name: 'paper_text',
  columns: [
    column('id', 'id'),
    column('title', 'text'),
    column('authors', 'text'),
    optional('abstract', 'text'),
  ],
  key: ['id'],
  indexes: [],
};

export const TOPIC: Table = {
  name: 'topic',
  columns: [
    column('id', 'id'),
    column('name_en', 'text'),
    column('name_zh', 'text'),
    column('layer', 'label'),
  ],
  key: ['id'],
  indexes: [],
};

export const PAPER_TOPIC: Table = {
  name: 'paper_topic',
  columns: [
    column('topic', 'id'),
    column('paper', 'id'),
    column('phrase', 'text'),
    column('place', 'label'),
  ],
  key: ['topic', 'paper'],
  indexes: ['paper'],
};

export const DAY: Table = {
  name: 'day',
  columns: [column('date', 'date'), column('papers', 'integer'), column('fingerprint', 'label')],
  key: ['date'],
  indexes: [],
};

export const TABLES: readonly Table[] = [PAPER, PAPER_TEXT, TOPIC, PAPER_TOPIC, DAY];
