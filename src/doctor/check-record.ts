import { problemsOf } from '../health/problems-of.ts';
import { recordHealth } from '../health/record-health.ts';
import { openSnapshot } from '../store/open-snapshot.ts';
import { SnapshotError } from '../store/snapshot-error.ts';
import type { Check } from './context.ts';
import { note, ok, warning } from './finding.ts';
import { START } from '../health/remedies.ts';

/** The record is as new as arXiv's calendar says, and its sources answer. */
export const checkRecord: Check = {
  name: 'record',
  look({ dataDir, now }) {
    let snapshot;
    try {
      snapshot = openSnapshot(dataDir, { cacheFile: null });
    } catch (error) {
      // told by the check of the data
      if (error instanceof SnapshotError) return [];
      throw error;
    }
    const newestDay = snapshot.shards().at(-1)?.key ?? null;
    const receipts = [...snapshot.receipts()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const health = recordHealth({ manifest: snapshot.manifest, receipts, newestDay, now });
    const calendar =
      health.calendar === null
        ? []
        : [warning(health.calendar, 'src/calendar/no-mailing-days.ts', 'Add the next year.')];
    if (health.state === 'empty') {
      return [note('No run has been recorded yet.', dataDir, START.en), ...calendar];
    }
    // the record is old on a machine that only builds: a warning, not a fault of this checkout
    const told = problemsOf(health).map(({ source, what, remedy }) =>
      warning(`${source}: ${what}`, dataDir, remedy),
    );
    const well = ok(
      `The newest announcement is of ${health.newest ?? 'never'}; none is missing.`,
      dataDir,
    );
    return [...(told.length === 0 ? [well] : told), ...calendar];
  },
};
