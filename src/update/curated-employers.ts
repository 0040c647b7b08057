import { isDeepStrictEqual } from 'node:util';
import { ConfigError } from '../config/config-error.ts';
import type { Employer } from '../records/job.ts';
import { readEmployers } from '../sources/curated/read-employers.ts';
import { employers } from '../store/job-kinds.ts';
import type { RecordChange } from '../store/snapshot.ts';
import type { RunContext, SourceOutcome } from './source.ts';

export interface CuratedOutcome<T extends { id: string }> {
  change: RecordChange<T>;
  outcome: SourceOutcome;
}

/** The employers of the file kept by hand, as records; who was taken out of the file leaves the archive. */
export async function curatedEmployers({
  config,
  archive,
  today,
}: RunContext): Promise<CuratedOutcome<Employer>> {
  const { file } = config.jobs;
  const none = { kind: employers, upsert: [] };
  try {
    const entries = await readEmployers(file);
    const known = new Map(
      [...archive.snapshot.records(employers)].map((record) => [record.id, record]),
    );
    const next = entries.map((entry): Employer => ({
      ...entry,
      first_seen: known.get(entry.id)?.first_seen ?? today,
    }));
    const upsert = next.filter((record) => !isDeepStrictEqual(record, known.get(record.id)));
    const listed = new Set(entries.map(({ id }) => id));
    const remove = [...known.keys()]
      .filter((id) => !listed.has(id))
      .map((id) => ({ id, why: `no longer in ${file}` }));
    const added = upsert.filter(({ id }) => !known.has(id)).length;
    return {
      change: { kind: employers, upsert, remove },
      outcome: {
        state: 'quiet',
        answered: true,
        brought: { added, updated: upsert.length - added + remove.length },
      },
    };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return {
      change: none,
      outcome: { state: 'failing', answered: false, problems: [{ message: error.message }] },
    };
  }
}
