import type { Instant } from '../paper.ts';
import type { SourceEntry } from '../store/manifest.ts';
import type { SourceOutcome } from './source.ts';

/**
 * How the manifest describes a source after a run. `since` moves only when the state does; the rest is what the run saw.
 * @param broughtNew whether anything of the source changed the snapshot
 */
export function nextEntry(
  known: SourceEntry | undefined,
  outcome: Pick<SourceOutcome, 'state' | 'answered' | 'cursor'>,
  now: Instant,
  broughtNew: boolean,
): SourceEntry {
  const cursor = outcome.cursor ?? known?.cursor;
  return {
    ...known,
    state: outcome.state,
    since: known?.state === outcome.state ? known.since : now,
    last_success: outcome.answered ? now : (known?.last_success ?? null),
    last_new: broughtNew ? now : (known?.last_new ?? null),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

/** Whether a source stands otherwise than before, its last success aside: a run that finds nothing new writes nothing. */
export function standsOtherwise(known: SourceEntry | undefined, next: SourceEntry): boolean {
  return (
    known === undefined ||
    known.state !== next.state ||
    known.last_new !== next.last_new ||
    known.cursor !== next.cursor
  );
}
