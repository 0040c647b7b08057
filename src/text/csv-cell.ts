// Spreadsheets run a cell that begins so as a formula (OWASP, "CSV Injection"); full-width forms count in Excel.
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]|^[\t\r\n]/u;

/** What a cell may hold. */
export type CsvValue = string | number | boolean | null | undefined;

/**
 * A value → one CSV cell, quoted by RFC 4180. Text that a spreadsheet would run as a formula gets a leading `'`;
 * numbers are written as they are. `null` and `undefined` are empty.
 */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  const harmless = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n\t']|^\s|\s$/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}

/** Values → one CSV line with its CRLF (RFC 4180). */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}
