/** The daily run: every source in turn, then one commit of what they brought. */
import type { Config } from '../config/config.ts';
import type { Env } from '../env/variables.ts';
import type { Client } from '../http/client.ts';
import type { Logger } from '../log/logger.ts';
import type { Instant } from '../paper.ts';
import { commitSnapshot } from '../store/commit-snapshot.ts';
import { lockSnapshot } from '../store/lock.ts';
import { migrateSnapshot } from '../store/migrate-snapshot.ts';
import { openSnapshot } from '../store/open-snapshot.ts';
import type { Receipt } from '../store/receipts.ts';
import { SnapshotError } from '../store/snapshot-error.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { dayOf } from '../text/dates.ts';
import { collectChanges } from './collect-changes.ts';
import { PendingArchive } from './pending-archive.ts';
import type { RunContext, Source, SourceOutcome } from './source.ts';
import { sources as allSources } from './sources.ts';

export interface UpdateEffects {
  /** The data folder. */
  dir: string;
  env: Env;
  now: Instant;
  client: Client;
  log: Logger;
  /** In turn; what an earlier one changed a later one sees. */
  sources?: readonly Source[];
}

export interface UpdateResult {
  /** Whether any byte of the snapshot changed. */
  changed: boolean;
  outcomes: ReadonlyMap<string, SourceOutcome>;
  /** Receipts that were written, of announcements and of the run. */
  receipts: Receipt[];
  /** The snapshot as it is after the run. */
  snapshot: Snapshot;
  /** `fetch is switched off`, or `null` when there was a fetch. */
  skipped: string | null;
}

/**
 * Fetches from every source and commits what is new. A source that fails leaves the others to run, and the snapshot as
 * consistent as it was. The same answers at the same instant change nothing a second time.
 *
 * @throws {SnapshotError} when the snapshot is damaged, locked by another run, or cannot be written
 */
export async function runUpdate(config: Config, effects: UpdateEffects): Promise<UpdateResult> {
  const { dir, env, now, client, log, sources = allSources } = effects;
  if (!env.AUTO_FETCH_ENABLED) {
    const skipped = 'The fetch is switched off by AUTO_FETCH_ENABLED=false.';
    return {
      changed: false,
      outcomes: new Map(),
      receipts: [],
      snapshot: openSnapshot(dir),
      skipped,
    };
  }
  const lock = lockSnapshot(dir, { warn: (message) => log.warn(message) });
  try {
    migrateSnapshot(dir, { lock });
    const snapshot = openSnapshot(dir);
    const archive = new PendingArchive(snapshot);
    const context = { config, env, now, today: dayOf(now), client, log, archive };
    const outcomes = new Map<string, SourceOutcome>();
    for (const source of sources) {
      const known = snapshot.manifest.sources[source.name];
      const outcome = await runGuarded(source, {
        ...context,
        known,
        log: log.with({ source: source.name }),
      });
      outcomes.set(source.name, outcome);
      for (const [part, of] of Object.entries(outcome.parts ?? {}))
        outcomes.set(`${source.name}/${part}`, of);
    }
    const collected = collectChanges(archive, outcomes, now);
    if (collected === null)
      return { changed: false, outcomes, receipts: [], snapshot, skipped: null };
    const { changed } = commitSnapshot(dir, collected.changes, { lock });
    const { receipts = [] } = collected.changes;
    return { changed, outcomes, receipts, snapshot: openSnapshot(dir), skipped: null };
  } finally {
    lock.release();
  }
}

/** A mistake in one source must not keep the others from the reader. */
async function runGuarded(source: Source, context: RunContext): Promise<SourceOutcome> {
  try {
    return await source.run(context);
  } catch (error) {
    // a snapshot that cannot be read fails the whole run
    if (error instanceof SnapshotError) throw error;
    context.log.error(`${source.name} failed`, { error });
    const reason = error instanceof Error ? error.message : String(error);
    return { state: 'failing', answered: false, problems: [{ message: reason }] };
  }
}
