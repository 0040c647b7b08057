/**
 * Why the store refuses.
 * - `damaged`: a file is missing, altered or not what it must be; `npm run repair` puts it right
 * - `changed`: another run changed the snapshot since it was read; run again
 * - `locked`: another run is at work
 * - `lossy`: the change would lose something that is known
 * - `invalid`: a record to be written is not of its form
 * - `newer`: written by a newer version of this program
 * - `outdated`: in an older form, which is read but not added to; `npm run migrate` brings it up
 * - `unwritable`: the disk refused; the cause says how
 */
export type SnapshotErrorKind =
  'damaged' | 'changed' | 'locked' | 'lossy' | 'invalid' | 'newer' | 'outdated' | 'unwritable';

/** A refusal of the store: the message says what, where and what to do. The snapshot is as consistent as before. */
export class SnapshotError extends Error {
  readonly kind: SnapshotErrorKind;

  constructor(kind: SnapshotErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SnapshotError';
    this.kind = kind;
  }
}

/** What one error says, for a sentence of another. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
