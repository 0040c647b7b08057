import { csvRow } from '../../text/csv-cell.ts';
import type { SqlResult } from './messages.ts';

/** The result as a table; every value is put in as text. */
export function resultTable({ columns, rows }: SqlResult): HTMLTableElement {
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const column of columns) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = column;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const value of row) line.insertCell().textContent = value === null ? '' : String(value);
  }
  return table;
}

/** The result as CSV. */
export function resultCsv({ columns, rows }: SqlResult): string {
  return [columns, ...rows].map((row) => csvRow(row)).join('');
}
