/** Which sources did not answer as they should, for people: one line a source, however many parts it has. */
import type { SourceEntry } from '../store/manifest.ts';
import type { SourceOutcome } from './source.ts';

/** Parts that are named in a line. */
const NAMED = 12;

/** What the parts of each source are called. */
const PARTS: Readonly<Record<string, string>> = { news: 'feeds', jobs: 'lists and boards' };

export interface ToldSources {
  warnings: string[];
  /** What happened to each part, one line each. */
  details: string[];
}

/**
 * @param outcomes of sources (`news`) and of their parts (`news/robohub`), as a run gives them
 * @param known how the manifest describes them after the run
 */
export function tellSources(
  outcomes: ReadonlyMap<string, Pick<SourceOutcome, 'state' | 'problems'>>,
  known: Readonly<Record<string, SourceEntry>>,
): ToldSources {
  const told: ToldSources = { warnings: [], details: [] };
  const names = [...outcomes.keys()];
  for (const name of names.filter((one) => !one.includes('/'))) {
    const parts = names.filter((one) => one.startsWith(`${name}/`));
    const troubled = parts.filter((part) => isTrouble(outcomes.get(part)));
    if (troubled.length > 0) {
      told.warnings.push(partsLine(name, parts.length, troubled, outcomes));
      told.details.push(...troubled.map((part) => sourceLine(part, outcomes.get(part), known)));
    } else if (isTrouble(outcomes.get(name)))
      told.warnings.push(sourceLine(name, outcomes.get(name), known));
  }
  return told;
}

type Told = Pick<SourceOutcome, 'state' | 'problems'> | undefined;

const isTrouble = (outcome: Told): boolean =>
  outcome?.state === 'failing' || outcome?.state === 'stale';

function partsLine(
  name: string,
  all: number,
  troubled: readonly string[],
  outcomes: ReadonlyMap<string, Exclude<Told, undefined>>,
): string {
  const shown = troubled.slice(0, NAMED).map((part) => part.slice(name.length + 1));
  const more = troubled.length - shown.length;
  const named = `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const [first = ''] = troubled;
  return (
    `${name}: ${troubled.length} of ${all} ${PARTS[name] ?? 'parts'} did not answer as they should ` +
    `(${named}). The first: ${reasonOf(outcomes.get(first))} — ` +
    'each by itself: the run’s receipt, /health/, or LOG_LEVEL=debug'
  );
}

function sourceLine(
  name: string,
  outcome: Told,
  known: Readonly<Record<string, SourceEntry>>,
): string {
  const last = known[name]?.last_success ?? null;
  const since = last === null ? 'it never answered so far' : `last success ${last}`;
  return `${name} is ${outcome?.state ?? 'failing'} (${since}): ${reasonOf(outcome)}`;
}

const reasonOf = (outcome: Told): string =>
  outcome?.problems?.[0]?.message ?? 'no reason was given';
