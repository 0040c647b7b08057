import type { TableReport } from './import-database.ts';

/** Rows that are named of each thing that was put right; those that were refused are all named. */
const NAMED = 3;

/** What an import did, for a terminal. */
export function reportText(reports: readonly TableReport[]): string {
  return reports
    .filter(({ rows }) => rows > 0)
    .map((report) => [headline(report), ...details(report)].join('\n'))
    .join('\n\n');
}

function headline({ table, rows, added, updated, known, refused }: TableReport): string {
  return `${table}: ${rows} rows = ${added} new + ${updated} that gained something + ${known} that say nothing new + ${refused.length} refused`;
}

function details({ repaired, refused }: TableReport): string[] {
  return [
    ...[...repaired].map(([what, rows]) => {
      const more = rows.length > NAMED ? ` and ${rows.length - NAMED} more` : '';
      return `  put right, ${rows.length}: ${what} (${rows.slice(0, NAMED).join('; ')}${more})`;
    }),
    ...refused.map(({ row, why }) => `  refused: ${row}: ${why}`),
  ];
}
