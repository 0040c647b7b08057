/** Where the round through the archive stands: papers are asked for from the oldest announcement to the newest. */
import type { Day } from '../paper.ts';

export interface CitationsMemory {
  /** The first day of the round. */
  round: Day;
  /** The last announcement day that is done, and the paper within it; `null` at the beginning of a round. */
  done: { day: Day; id: string } | null;
  /** The UTC day on which a run last asked: once a day is enough, and a rerun asks nothing. */
  asked: Day;
}

const FORM =
  /^round=(\d{4}-\d{2}-\d{2}) asked=(\d{4}-\d{2}-\d{2})(?: done=(\d{4}-\d{2}-\d{2})\/(\S+))?$/;

export function parseCitationsMemory(cursor: string | undefined): CitationsMemory | null {
  const [, round, asked, day, id] = FORM.exec(cursor ?? '') ?? [];
  if (round === undefined || asked === undefined) return null;
  return { round, asked, done: day === undefined || id === undefined ? null : { day, id } };
}

export function formatCitationsMemory({ round, asked, done }: CitationsMemory): string {
  return `round=${round} asked=${asked}${done === null ? '' : ` done=${done.day}/${done.id}`}`;
}
