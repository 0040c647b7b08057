/**
 * The evenings on which arXiv sends no mailing although the weekday has one.
 *
 * Source: arXiv's page "Availability of submissions", section on deferred mailings, as it stood in each year. A date
 * names the *evening*: on 2026-01-19 (a Monday) nothing is announced at 20:00, so no listing is dated 2026-01-20, and
 * what was received waits for Tuesday's mailing (the ids of those days show it: one batch from Friday 14:00 to Tuesday
 * 14:00). In 2025, when 4 July was a Friday, the page named Sunday 6 July. For 2026 it names three Fridays (19 June,
 * 3 July, 25 December), which have no mailing anyhow: read literally, they change nothing, and the Sunday after is due.
 */
import type { Day } from '../paper.ts';
import { addDays, weekdayOf } from './eastern-time.ts';

/** The periods that arXiv's page has stated; outside them `usualHolidays` stands in. */
const STATED: readonly { from: Day; through: Day; evenings: readonly Day[] }[] = [
  {
    from: '2023-01-01',
    through: '2023-12-31',
    evenings: [
      '2023-01-16',
      '2023-06-14',
      '2023-06-19',
      '2023-07-04',
      '2023-09-04',
      '2023-11-23',
      '2023-12-25',
      '2023-12-27',
    ],
  },
  {
    from: '2025-01-01',
    through: '2025-11-30',
    evenings: ['2025-01-01', '2025-01-20', '2025-06-19', '2025-07-06', '2025-09-01', '2025-11-27'],
  },
  {
    from: '2026-01-01',
    through: '2026-12-31',
    evenings: [
      '2026-01-01',
      '2026-01-19',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-11-26',
      '2026-12-25',
      '2026-12-29',
      '2026-12-31',
    ],
  },
];

/** The last day that arXiv's published holidays cover. */
export const TABLE_ENDS: Day = '2026-12-31';

/** Whether arXiv defers the mailing of this evening: as its page states, or, where no page is at hand, as it usually does. */
export function isDeferred(evening: Day): boolean {
  const period = STATED.find(({ from, through }) => from <= evening && evening <= through);
  return period
    ? period.evenings.includes(evening)
    : usualHolidays(Number(evening.slice(0, 4))).includes(evening);
}

/** The seven US holidays that every stated year contains. Those arXiv adds at the end of December differ by year. */
export function usualHolidays(year: number): Day[] {
  return [
    `${year}-01-01`,
    nthWeekday(year, '01', 1, 3),
    `${year}-06-19`,
    `${year}-07-04`,
    nthWeekday(year, '09', 1, 1),
    nthWeekday(year, '11', 4, 4),
    `${year}-12-25`,
  ];
}

function nthWeekday(year: number, month: string, weekday: number, nth: number): Day {
  const first = `${year}-${month}-01`;
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
}
