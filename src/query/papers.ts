import type { Day, PaperId } from '../paper.ts';
import type { QueryContext } from './context.ts';
import type { PaperEntry, PaperRef, PaperView } from './views.ts';

export function viewPaper(context: QueryContext, id: PaperId): PaperView {
  const date = context.db.first('SELECT date FROM paper WHERE id = ?', [id])?.[0];
  const view =
    date === undefined
      ? undefined
      : viewPapersOf(context, String(date)).find(({ entry }) => entry.paper.id === id);
  if (!view) throw new Error(`the archive has no paper ${id}`);
  return view;
}

export function viewPapersOf({ entries }: QueryContext, date: Day): PaperView[] {
  const day = entries.ofDay(date);
  return day.map((entry, index) => ({
    entry,
    previous: refTo(day[index - 1]),
    next: refTo(day[index + 1]),
    similar: [],
  }));
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
