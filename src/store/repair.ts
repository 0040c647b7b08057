/** What a repair is given, and what it tells. */
import type { History } from './git-history.ts';
import type { AnyKind } from './plain-kind.ts';
import type { WriteEffects } from './write-snapshot.ts';

export interface RepairOptions extends WriteEffects {
  history: History;
  /** Make a new manifest of the shards in place instead of looking for the files that the present one names. */
  rebuildManifest?: boolean;
  kinds?: readonly AnyKind[];
}

export interface Repair {
  /** What was done, a sentence each; empty when nothing was wrong. */
  done: string[];
  /** Files that were moved out of the way, by path below the data folder. */
  keptAside: string[];
}
