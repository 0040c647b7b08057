import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { defineConfig } from 'vitest/config';

/** `npm run test:faults`: runs that are killed, refused and raced, one after another. Not part of `npm test`. */
export default defineConfig({
  test: {
    include: ['tests/faults/**/*.test.ts'],
    globalSetup: ['tests/faults/write-table.ts'],
    // Thousands of archives are written and thrown away: in memory, where there is room for them.
    env: { TMPDIR: existsSync('/dev/shm') ? '/dev/shm' : tmpdir() },
    // Trials share the disk and the processor with nobody: what is killed at a random time should be at work.
    fileParallelism: false,
    testTimeout: 1_800_000,
    hookTimeout: 120_000,
  },
});
