/** What a run changes, from what its sources did; `null` when that is nothing, so that a rerun writes no byte. */
import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../paper.ts';
import type { SourceEntry } from '../store/manifest.ts';
import type { Receipt, RunReceipt, SourceReceipt } from '../store/receipts.ts';
import type { Changes, Snapshot } from '../store/snapshot.ts';
import type { PendingArchive } from './pending-archive.ts';
import { nextEntry, standsOtherwise } from './source-entry.ts';
import type { SourceOutcome } from './source.ts';

export type Outcomes = ReadonlyMap<string, SourceOutcome>;

export function collectChanges(
  archive: PendingArchive,
  outcomes: Outcomes,
  now: Instant,
): { changes: Changes; receipt: RunReceipt } | null {
  const base = archive.snapshot;
  const known = knownReceipts(base, outcomes);
  const receipts = [...outcomes.values()]
    .flatMap((outcome) => outcome.receipts ?? [])
    .filter((receipt) => !saysTheSame(known.get(receipt.id), receipt));
  const entries = new Map<string, SourceEntry>();
  let moved = receipts.length > 0 || archive.changed().length > 0;
  for (const [name, outcome] of outcomes) {
    const before = base.manifest.sources[name];
    const next = nextEntry(before, outcome, now, broughtNew(outcome));
    entries.set(name, next);
    if (outcome.records?.some(changesAnything) || standsOtherwise(before, next)) moved = true;
  }
  if (!moved) return null;
  const receipt = runReceipt(outcomes, entries, now);
  const changes: Changes = {
    base,
    papers: archive.changed(),
    records: [...outcomes.values()].flatMap((outcome) => outcome.records ?? []),
    receipts: [...receipts, receipt],
    sources: Object.fromEntries(entries),
  };
  return { changes, receipt };
}

const changesAnything = (change: { upsert: unknown[]; remove?: unknown[] }): boolean =>
  change.upsert.length > 0 || (change.remove?.length ?? 0) > 0;

function broughtNew({ merged, brought, records }: SourceOutcome): boolean {
  const { added, updated } = merged ?? brought ?? { added: 0, updated: 0 };
  return added + updated > 0 || (records?.some(changesAnything) ?? false);
}

/** The stored receipts of the same ids as those that the sources bring. */
function knownReceipts(base: Snapshot, outcomes: Outcomes): Map<string, Receipt> {
  const ids = new Set(
    [...outcomes.values()].flatMap((outcome) => (outcome.receipts ?? []).map(({ id }) => id)),
  );
  const known = new Map<string, Receipt>();
  if (ids.size === 0) return known;
  for (const receipt of base.receipts()) if (ids.has(receipt.id)) known.set(receipt.id, receipt);
  return known;
}

/** When it was checked aside. */
const saysTheSame = (known: Receipt | undefined, next: Receipt): boolean =>
  known !== undefined && isDeepStrictEqual({ ...known, at: next.at }, next);

function runReceipt(
  outcomes: Outcomes,
  entries: ReadonlyMap<string, SourceEntry>,
  now: Instant,
): RunReceipt {
  const all = [...outcomes.values()];
  const sum = (part: 'added' | 'updated' | 'unchanged'): number =>
    all.reduce((total, { merged }) => total + (merged?.[part] ?? 0), 0);
  const capped = all.reduce((total, outcome) => total + (outcome.capped ?? 0), 0);
  return {
    id: `run/${now}`,
    at: now,
    sources: Object.fromEntries(
      [...outcomes].map(([name, outcome]) => [
        name,
        sourceReceipt(outcome, entries.get(name), now),
      ]),
    ),
    channels: Object.assign({}, ...all.map((outcome) => outcome.channels ?? {})),
    merged: { added: sum('added'), updated: sum('updated'), unchanged: sum('unchanged') },
    ...(capped > 0 ? { capped } : {}),
    problems: [...outcomes].flatMap(([source, { problems }]) =>
      (problems ?? []).map((problem) => ({ source, ...problem })),
    ),
  };
}

function sourceReceipt(
  outcome: SourceOutcome,
  entry: SourceEntry | undefined,
  now: Instant,
): SourceReceipt {
  const { state, merged = outcome.brought, records } = outcome;
  const upserts = records?.reduce((total, change) => total + change.upsert.length, 0);
  return {
    state,
    since: entry?.since ?? now,
    ...(merged ? { added: merged.added, updated: merged.updated } : {}),
    ...(!merged && upserts !== undefined ? { updated: upserts } : {}),
  };
}
