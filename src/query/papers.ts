import type { Day, PaperId } from '../paper.ts';
import type { QueryContext } from './context.ts';
import { digest } from './digest.ts';
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
export function listPaperPages({ db, entries }: QueryContext, date: Day): PaperPage[] {
  const records = db.all('SELECT record FROM paper WHERE date = ? ORDER BY cross_listed, line', [
    date,
  ]);
  const day = entries.ofDay(date);
  return day.map((entry, index) => {
    const view: PaperView = {
      entry,
      previous: refTo(day[index - 1]),
      next: refTo(day[index + 1]),
      similar: [],
    };
    const { previous, next, similar } = view;
    const key = digest(String(records[index]?.[0]), JSON.stringify({ previous, next, similar }));
    return { id: entry.paper.id, key, view };
  });
}

/** The `records` digest covers every field of every paper of the day, so the neighbours' titles too. */
export function listPaperDays({ db }: QueryContext): { date: Day; key: string; modified: Day }[] {
  return db
    .all('SELECT date, records, modified FROM day ORDER BY date DESC')
    .map(([date, key, modified]) => ({
      date: String(date),
      key: String(key),
      modified: String(modified),
    }));
}

export function listModified({ db }: QueryContext, date: Day): { id: PaperId; modified: Day }[] {
  return db
    .all('SELECT id, modified FROM paper WHERE date = ? ORDER BY cross_listed, line', [date])
    .map(([id, modified]) => ({ id: String(id), modified: String(modified) }));
}

function refTo(entry: PaperEntry | undefined): PaperRef | null {
  return entry ? { id: entry.paper.id, title: entry.paper.title } : null;
}
