/** Rows of cells → lines with aligned columns: numbers to the right, text to the left. */
export function textTable(rows: readonly (readonly (string | number)[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, String(cell).length);
    });
  }
  return rows.map((row) =>
    row
      .map((cell, i) => align(cell, widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

const align = (cell: string | number, width: number): string =>
  typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
