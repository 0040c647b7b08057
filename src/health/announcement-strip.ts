/** The last weeks of announcements, day by day as arXiv's calendar has them. Pure. */
import { isListingDay } from '../calendar/calendar.ts';
import { addDays, weekdayOf } from '../calendar/eastern-time.ts';
import type { Day } from '../paper.ts';
import type { AnnouncementReceipt } from '../store/receipts.ts';
import { announcementSums, type AnnouncementSums } from './announcement-sums.ts';

/**
 * States of a receipt, and: `none`: arXiv's calendar has no mailing; `unrecorded`: a mailing that no receipt tells of,
 * from before the record of announcements began or missed; `ahead`: not yet due.
 */
export type StripState = AnnouncementReceipt['state'] | 'none' | 'unrecorded' | 'ahead';

export interface StripDay {
  date: Day;
  state: StripState;
  /** `null` where no receipt has numbers. */
  sums: AnnouncementSums | null;
  /** Papers that the archive holds of this day. */
  papers: number;
}

/** Monday to Friday, as listings are dated. */
const WEEKDAYS = 5;

/**
 * Weeks of Monday to Friday, oldest first, that end with the week of `through`.
 * @param through the newest day to tell of; days after it are `ahead`
 * @param papers of each day that has any
 */
export function announcementStrip(
  through: Day,
  weeks: number,
  receipts: readonly AnnouncementReceipt[],
  papers: ReadonlyMap<Day, number>,
): StripDay[][] {
  const byDate = new Map(receipts.map((receipt) => [receipt.date, receipt]));
  const monday = addDays(through, 1 - (weekdayOf(through) || 7));
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: WEEKDAYS }, (__, weekday): StripDay => {
      const date = addDays(monday, (week - weeks + 1) * 7 + weekday);
      const receipt = byDate.get(date);
      return {
        date,
        state: receipt?.state ?? stateWithout(date, through),
        sums:
          receipt && Object.keys(receipt.categories).length > 0 ? announcementSums(receipt) : null,
        papers: papers.get(date) ?? 0,
      };
    }),
  );
}

function stateWithout(date: Day, through: Day): StripState {
  if (!isListingDay(date)) return 'none';
  return date > through ? 'ahead' : 'unrecorded';
}
