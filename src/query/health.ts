import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastDue } from '../calendar/calendar.ts';
import { announcementStrip, type StripDay } from '../health/announcement-strip.ts';
import { recordHealth, type RecordHealth } from '../health/record-health.ts';
import { statusOf, lastRunOf } from '../health/status.ts';
import type { Status } from '../health/status-schema.ts';
import { isAnnouncementReceipt, type Receipt } from '../store/receipts.ts';
import type { QueryContext } from './context.ts';

/** What the health page and the status file show: the record as of its last run, so that a build needs no clock. */
export interface HealthView {
  health: RecordHealth;
  status: Status;
  /** Weeks of Monday to Friday, oldest first. */
  strip: StripDay[][];
}

/** Thirteen weeks are ninety days. */
const WEEKS = 13;
/** Shards of receipts, one a month, that hold these weeks. */
const MONTHS = 5;

/** Before the first run, any instant before all papers: nothing is due then. */
const NEVER = '1991-08-14T00:00:00Z';

export function viewHealth(context: QueryContext): HealthView {
  const { db, snapshot } = context;
  const { manifest } = snapshot;
  const receipts = recentReceipts(context);
  const days = new Map(
    db
      .all('SELECT date, total FROM day ORDER BY date')
      .map(([date, total]) => [String(date), Number(total)]),
  );
  const newestDay = [...days.keys()].at(-1) ?? null;
  const asOf = lastRunOf(manifest, receipts);
  const health = recordHealth({ manifest, receipts, newestDay, now: asOf ?? NEVER });
  const total = [...days.values()].reduce((sum, count) => sum + count, 0);
  const through = [health.newest ?? '', asOf === null ? '' : lastDue(asOf)].sort().at(-1) ?? '';
  return {
    health,
    status: statusOf({
      health,
      asOf,
      receipts,
      files: manifest.files,
      papers: total,
      announcementDays: days.size,
      version: programVersion(),
    }),
    strip:
      through === ''
        ? []
        : announcementStrip(through, WEEKS, receipts.filter(isAnnouncementReceipt), days),
  };
}

/** Of the last months, oldest first: a health page costs the same in year five. */
function recentReceipts({ snapshot }: QueryContext): Receipt[] {
  const found = snapshot
    .shards('receipts')
    .slice(-MONTHS)
    .flatMap(({ path }) => snapshot.read(path).toString('utf8').split('\n'))
    .flatMap((line): Receipt[] => (line === '' ? [] : [JSON.parse(line)]));
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function programVersion(): string {
  const text = readFileSync(join(process.cwd(), 'package.json'), 'utf8');
  const { version }: { version: string } = JSON.parse(text);
  return version;
}
