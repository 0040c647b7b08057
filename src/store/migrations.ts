/** Forms of the data that came before, and how each is brought to the next. Forward only, and kept for ever. */

export interface Migration {
  /** The `schema_version` that it makes, from the one before. */
  to: number;
  /** What changes, in a few words. */
  about: string;
  /**
   * One record in the form before → the same in the form after, with its id.
   * @param kind its folder: `papers`, `news` …
   */
  record(record: Record<string, unknown>, kind: string): Record<string, unknown>;
}

/** Version 1 is the first: there is nothing before it. A new form adds its step at the end, with a fixture. */
export const MIGRATIONS: readonly Migration[] = [];

/** Brings a record of an older form up to `target`. @throws {Error} when a step is missing */
export function migrateRecord(
  record: unknown,
  kind: string,
  { from, target, migrations = MIGRATIONS }: MigrationPath,
): unknown {
  let current = record;
  for (let version = from + 1; version <= target; version += 1) {
    const step = migrations.find(({ to }) => to === version);
    if (step === undefined) throw new Error(`there is no migration to schema_version ${version}`);
    if (typeof current !== 'object' || current === null) throw new Error('is not an object');
    current = step.record({ ...current }, kind);
  }
  return current;
}

export interface MigrationPath {
  from: number;
  target: number;
  migrations?: readonly Migration[];
}
