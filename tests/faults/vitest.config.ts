import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

/** `npm run test:faults`: runs that are killed, refused and raced, two classes at a time. Not part of `npm test`. */
export default defineConfig({
  test: {
    include: ['tests/faults/**/*.test.ts'],
    globalSetup: ['tests/faults/write-table.ts'],
    // Thousands of archives are written and thrown away: in memory, where there is room for them.
    env: { TMPDIR: existsSync('/dev/shm') ? '/dev/shm' : tmpdir() },
    // A class takes one core for the most part, and the whole is to end in ten minutes on two.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 1_800_000,
    hookTimeout: 120_000,
  },
});
