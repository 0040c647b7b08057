import { openSnapshot } from '../store/open-snapshot.ts';
import { addDays } from '../calendar/eastern-time.ts';
import { SnapshotError } from '../store/snapshot-error.ts';
import { parseInstant } from '../text/dates.ts';
import type { Check, DoctorContext } from './context.ts';
import { note, ok, problem, warning, type Finding } from './finding.ts';

/** Minutes by which a clock may be off before days come out wrong at their edges. */
const TOLERATED_MINUTES = 5;

/** The clock decides which announcements are due: it is compared with the newest data, and with a server's. */
export const checkClock: Check = {
  name: 'clock',
  async look(context) {
    const { dataDir, now } = context;
    const newest = newestDay(dataDir);
    const today = now.slice(0, 10);
    // a listing bears at most the next day's date in any time zone
    if (newest !== null && newest > addDays(today, 2)) {
      return [
        problem(
          `The clock says ${now}, and the data hold papers announced on ${newest}.`,
          'system clock',
          'Set the clock (time synchronisation).',
        ),
      ];
    }
    const told = await serverTime(context);
    return told ?? [ok(`The clock (${now}) is not before the newest data.`, 'system clock')];
  },
};

function newestDay(dataDir: string): string | null {
  try {
    return openSnapshot(dataDir, { cacheFile: null }).shards().at(-1)?.key ?? null;
  } catch (error) {
    // told by the check of the data
    if (error instanceof SnapshotError) return null;
    throw error;
  }
}

/** `null` when no server can be asked. */
async function serverTime({
  client,
  offline,
  now,
  config,
  environment,
}: DoctorContext): Promise<Finding[] | null> {
  if (offline || client === null || config === null) return null;
  const url = environment['ARXIV_OAI_URL']?.trim() || config.endpoints.arxiv_oai_url;
  let date: string | null;
  try {
    const { headers } = await client.get(`${url}?verb=Identify`, {
      accept: '*/*',
      retry: false,
      deadlineMs: 20_000,
    });
    date = parseInstant(headers['date'] ?? '');
  } catch {
    // whether sources answer is another check's
    return null;
  }
  if (date === null) return [note('The server told no time to compare with.', url, 'Nothing.')];
  const minutes = Math.round((Date.parse(now) - Date.parse(date)) / 60_000);
  if (Math.abs(minutes) <= TOLERATED_MINUTES)
    return [ok(`The clock agrees with ${new URL(url).host}.`, 'system clock')];
  const way = minutes > 0 ? 'ahead of' : 'behind';
  return [
    warning(
      `The clock is ${Math.abs(minutes)} minutes ${way} ${new URL(url).host}.`,
      'system clock',
      'Set the clock (time synchronisation).',
    ),
  ];
}
