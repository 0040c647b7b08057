import { announcementDay } from '../../calendar/calendar.ts';
import type { Paper } from '../../paper.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import type { Sighting } from './sighting.ts';

/** Papers of the archive from the weeks in which the sighted new ones were submitted and announced. */
export function* papersAround(snapshot: Snapshot, seen: readonly Sighting[]): Generator<Paper> {
  const days = seen.flatMap(({ fetched, known }) =>
    fetched && !known ? [announcementDay(fetched.submitted)] : [],
  );
  const since = days.reduce((a, b) => (a < b ? a : b), '9999');
  for (const { key } of snapshot.shards()) if (key >= since) yield* snapshot.papersOf(key);
}
