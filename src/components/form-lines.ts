import { formatDate } from '../i18n/dates.ts';
import { fill, type Lang } from '../i18n/dictionary.ts';
import { lean } from '../i18n/lean.ts';
import type { FormPlan } from '../query/month-forms.ts';
import { sizeWords } from './health-words.ts';

/**
 * What the health page says of the forms of months: which they are, until when, what size is expected, whose days have
 * their JSON, and whose papers are in the SQLite file.
 */
export function formLines(lang: Lang, plan: FormPlan): [term: string, text: string][] {
  const words = lean[lang];
  const counted = (form: string): number =>
    [...plan.forms.values()].filter((f) => f === form).length;
  const [short, data] = [counted('lean'), counted('data')];
  const month = (name: string): string => formatDate(lang, name, 'month');
  const state =
    short + data > 0
      ? fill(words.someLean, { month: month(plan.fullFrom ?? ''), lean: short, data })
      : plan.fullUntil === null
        ? fill(words.allFull)
        : fill(words.fullUntil, { month: month(plan.fullUntil) });
  const size = fill(words.sizeOf, {
    size: sizeWords(plan.expected),
    limit: sizeWords(plan.limit),
  });
  const [oldest] = plan.forms.keys();
  const files =
    plan.dayFilesFrom === null || plan.dayFilesFrom === oldest
      ? fill(words.allDayFiles)
      : fill(words.dayFilesFrom, { month: month(plan.dayFilesFrom) });
  const sqlite =
    plan.sqliteFrom === null
      ? fill(words.allSqlite)
      : fill(words.sqliteFrom, { month: month(plan.sqliteFrom) });
  return [
    [fill(words.form), state],
    [fill(words.size), size],
    [fill(words.dayFiles), files],
    [fill(words.sqlite), sqlite],
  ];
}
