/** One output file; `render` is only called when no file of the same path and key is kept from an earlier build. */
export interface EmitFile {
  /** Relative to the output folder: `papers/2611.01234/index.html`. */
  path: string;
  /** Changes whenever the bytes may: a digest of all that `render` looks at. */
  key: string;
  render: () => string | Uint8Array;
}

/** Files that mostly change together, such as the pages of one announcement day. A path belongs to one group. */
export interface EmitGroup {
  /** Unique among all groups; names the pack in the cache folder: `papers/2026-11-23`. */
  name: string;
  /** The top folder that all its files are in, when nothing else writes there; `null` when the place is shared. */
  folder: string | null;
  /** Changes whenever the path or the key of one of its files may. While it stays, `files` is not called. */
  key: string;
  /** Called once at most, and read one file at a time. */
  files(): Iterable<EmitFile>;
}

/** How many files were made anew, written from the cache, left in place, and removed. */
export interface EmitReport {
  rendered: number;
  /** The same by kind of group, the part of its name before the first slash: `papers`. */
  renderedOf: Record<string, number>;
  restored: number;
  kept: number;
  removed: number;
}
