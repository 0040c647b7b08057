import type { Archive } from './archive.ts';
import { openArchive } from './open-archive.ts';

declare global {
  var embodiedPulseArchive: Promise<Archive> | undefined;
}

/**
 * The archive of this process, opened once. It lives on `globalThis` because a build loads this module twice: as it is,
 * by the hooks, and bundled, by the pages.
 */
export function archive(): Promise<Archive> {
  return (globalThis.embodiedPulseArchive ??= openArchive());
}

/** Lets the next `archive()` open it anew: the dev server calls this when the snapshot or the config changes. */
export function forgetArchive(): void {
  globalThis.embodiedPulseArchive = undefined;
}
