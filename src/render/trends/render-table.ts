import { fill, type Lang } from '../../i18n/dictionary.ts';
import { trends as dictionary } from '../../i18n/trends.ts';
import { csvRow } from '../../text/csv-cell.ts';
import { html, type Html } from '../html.ts';
import { numberText } from './numbers.ts';
import type { Plot } from './plot.ts';

/** A plot as a table, the newest period first. Periods that are not complete say so in words. */
export function renderTable(
  { head, columns, noteHeads, rows, form, measure }: Plot,
  lang: Lang,
): Html {
  const listed = form === 'stack' || form === 'lines' ? rows.toReversed() : rows;
  const partial = fill(dictionary[lang].partial);
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${head}</th>
        ${columns.map(({ name }) => html`<th scope="col">${name}</th>`)}
        ${noteHeads.map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${listed.map(
        (row) =>
          html`<tr>
            <th scope="row">${row.label}${row.partial && html` <i>${partial}</i>`}</th>
            ${row.values.map((value) => html`<td>${numberText(value, measure)}</td>`)}
            ${row.notes.map((note) => html`<td>${note}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The same as CSV (RFC 4180); a value that the record does not hold is empty. */
export function plotCsv({ head, columns, noteHeads, rows }: Plot): string {
  return [
    [head, ...columns.map(({ name }) => name), ...noteHeads],
    ...rows.map(({ label, values, notes }) => [label, ...values, ...notes]),
  ]
    .map(csvRow)
    .join('');
}
