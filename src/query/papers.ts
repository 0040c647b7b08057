import type { Day, PaperId } from '../paper.ts';
import type { QueryContext } from './context.ts';
import { digest } from './digest.ts';
import { perArchive } from './per-archive.ts';
import type { PaperEntry, PaperPage, PaperRef, PaperView } from './views.ts';

/** A paper with its neighbours in the day that announced it. @throws when the archive does not hold it */
export function viewPaper(context: QueryContext, id: PaperId): PaperView {
  const date = context.db.first('SELECT date FROM paper WHERE id = ?', [id])?.[0];
  const pages = date === undefined ? [] : listPaperPages(context, String(date));
  const page = pages.find((candidate) => candidate.id === id);
  if (!page) throw new Error(`the archive has no paper ${id}`);
  return page.view;
}

/** The pages of a day's papers in the order of the day page. Of its neighbours a page shows id and title alone. */
export function listPaperPages(
  { db, entries, sections, similar }: QueryContext,
  date: Day,
): PaperPage[] {
  const records = db.all('SELECT record FROM paper WHERE date = ? ORDER BY cross_listed, at', [
    date,
  ]);
  const day = entries.ofDay(date);
  const mentions = sections.mentions();
  const lists = similar().listsOf(date);
  return day.map((entry, index) => {
    const said = mentions.of(entry.paper.id);
    const view: PaperView = {
      entry,
      previous: refTo(day[index - 1]),
      next: refTo(day[index + 1]),
      similar: [...(lists.get(entry.paper.id) ?? [])],
      ...(said === null ? {} : { mentions: said }),
    };
    const { entry: _, ...around } = view;
    const key = digest(String(records[index]?.[0]), JSON.stringify(around));
    return { id: entry.paper.id, key, view };
  });
}

/** The `records` digest covers every field of every paper of the day, so the neighbours' titles too. */
export const listPaperDays = perArchive(
  ({ db, sections, similar }): { date: Day; key: string; modified: Day }[] => {
    const mentions = sections.mentions();
    const { keys } = similar();
    return db
      .all('SELECT date, records, modified FROM day ORDER BY date DESC')
      .map(([date, key, modified]) => ({
        date: String(date),
        key: `${String(key)}${mentions.keyOf(String(date))}${keys.get(String(date)) ?? ''}`,
        modified: String(modified),
      }));
  },
);

/** The newest announcement day with papers; `null` for an empty archive. */
export function newestPaperDay({ db }: QueryContext): Day | null {
  const date = db.first('SELECT MAX(date) FROM day')?.[0];
  return typeof date === 'string' ? date : null;
}

export function listPaperDates({ db }: QueryContext): { id: PaperId; date: Day }[] {
  return db
    .all('SELECT id, date FROM paper ORDER BY date, id')
    .map(([id, date]) => ({ id: String(id), date: String(date) }));
}

export function listModified({ db }: QueryContext, date: Day): { id: PaperId; modified: Day }[] {
  return db
    .all('SELECT id, modified FROM paper WHERE date = ? ORDER BY cross_listed, at', [date])
    .map(([id, modified]) => ({ id: String(id), modified: String(modified) }));
}

function refTo(entry: PaperEntry | undefined): PaperRef | null {
  return entry ? { id: entry.paper.id, title: entry.paper.title } : null;
}
