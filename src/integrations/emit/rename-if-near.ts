import { renameSync } from 'node:fs';

/**
 * Renames a file or a folder where both places are on one device.
 * @returns `false` when they are not, and nothing was done
 */
export function renameIfNear(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EXDEV') return false;
    throw error;
  }
}
