import type { Day } from '../paper.ts';

/** Where the papers announced on a day lie in the snapshot. */
export function shardPath(date: Day): string {
  return `papers/${date.slice(0, 4)}/${date}.ndjson`;
}
