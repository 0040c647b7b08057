import { perArchive } from './per-archive.ts';
import type { MonthForm, MonthSize } from './month-costs.ts';
import { planForms, type FormPlan } from './month-forms.ts';
import type { QueryContext } from './context.ts';

const MEGABYTE = 1e6;

/** The form of every month, from what the snapshot's manifest says of its shards. */
export const viewForms = perArchive(({ config, snapshot }): FormPlan => {
  const sizes = new Map<string, MonthSize>();
  for (const { key, path } of snapshot.shards('papers')) {
    const month = key.slice(0, 7);
    const known = sizes.get(month) ?? { month, papers: 0, bytes: 0 };
    const { rows, bytes } = snapshot.manifest.files[path] ?? { rows: 0, bytes: 0 };
    sizes.set(month, { month, papers: known.papers + rows, bytes: known.bytes + bytes });
  }
  const months = [...sizes.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
  return planForms(months, config.site.budget_mb * MEGABYTE);
});

/** @param span a month, or a day of it; one without papers is in full form */
export function formOf(context: QueryContext, span: string): MonthForm {
  return viewForms(context).forms.get(span.slice(0, 7)) ?? 'full';
}

/**
 * Whether a day has a JSON file of its papers' whole records: in the newest months, in all of a small archive, and in a lean
 * month, whose page draws from it. Lists of the other days and months are short: what a row leaves out is at its paper's
 * page.
 * @param date a day, or a month for all its days
 */
export function hasDayFile(context: QueryContext, date: string): boolean {
  const form = formOf(context, date);
  if (form !== 'full') return form === 'lean';
  return date >= (viewForms(context).dayFilesFrom ?? '');
}
