import { csvRow } from '../text/csv-cell.ts';
import type { DataRow } from './data-row.ts';

const COLUMNS = [
  'id',
  'announced',
  'title',
  'authors',
  'primary_category',
  'categories',
  'topics',
  'code_url',
] as const;

/** Rows → CSV (RFC 4180) of the basics. Lists are joined by "; ". What a spreadsheet would run is made harmless. */
export function csvText(rows: readonly DataRow[]): string {
  const lines = rows.map((row) =>
    csvRow(
      COLUMNS.map((name) => {
        const value = row[name];
        return Array.isArray(value) ? value.join('; ') : value;
      }),
    ),
  );
  return csvRow(COLUMNS) + lines.join('');
}
