import type { Day } from '../../paper.ts';
import { daysBefore } from '../day-span.ts';
import type { DerivedDb } from '../derived-db.ts';

/** Up to so many papers the shelves hold the newest day too: so few pages can all change with it. */
export const SMALL_ARCHIVE = 5_000;

/**
 * The last day whose papers stand on shelves, the end of a month; `null` where that is simply the newest. The 900 authors
 * of a day stand on a quarter of all shelves; so in a larger archive a day changes none, and the first of a month adds the
 * month before.
 */
export function shelvedTo(db: DerivedDb, small: number = SMALL_ARCHIVE): Day | null {
  const [count] = db.all('SELECT COUNT(*) FROM paper');
  if (Number(count?.[0] ?? 0) <= small) return null;
  const [[oldest, newest] = []] = db.all('SELECT MIN(date), MAX(date) FROM day');
  const first = `${String(newest).slice(0, 7)}-01`;
  // Otherwise all that there is was announced in one month.
  return String(oldest) < first ? daysBefore(first, 1) : null;
}
