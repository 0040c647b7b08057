import { addDays } from '../../calendar/eastern-time.ts';
import type { Day, Paper, PaperId } from '../../paper.ts';
import { isAnnouncementReceipt, type AnnouncementReceipt } from '../../store/receipts.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { isPaperId } from '../../text/ids.ts';

/** How long announced papers that could not be had are asked for again. */
const PATIENCE_DAYS = 14;
/** How far back provisional papers may lie. */
const RECENT_DAYS = 45;

/** Papers of the archive that lack metadata: provisional ones, and those without abstract. */
export function papersWithoutMetadata(snapshot: Snapshot, today: Day, all: boolean): PaperId[] {
  const since = all ? '' : addDays(today, -RECENT_DAYS);
  const ids: PaperId[] = [];
  for (const { key, path } of snapshot.shards()) {
    if (key < since) continue;
    // most shards hold none: their text tells without parsing them
    const text = snapshot.read(path).toString('utf8');
    if (!/"(?:abstract":null|provisional":true)/.test(text)) continue;
    ids.push(
      ...snapshot
        .papersOf(key)
        .filter(lacksMetadata)
        .map(({ id }) => id),
    );
  }
  return ids;
}

const lacksMetadata = ({ abstract, provisional }: Paper): boolean =>
  abstract === null || provisional === true;

/** The receipts of announcements, oldest first. */
export function receiptsOfAnnouncements(snapshot: Snapshot): AnnouncementReceipt[] {
  const found = [...snapshot.receipts()].filter((receipt) => isAnnouncementReceipt(receipt));
  return found.sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Announced papers that earlier runs failed to get. */
export function failedIds(receipts: readonly AnnouncementReceipt[], today: Day): PaperId[] {
  return receipts
    .filter(({ date }) => date >= addDays(today, -PATIENCE_DAYS))
    .flatMap(({ categories }) => Object.values(categories).flatMap((c) => c.failed_ids))
    .filter((id) => isPaperId(id));
}
