import { defineConfig } from 'vitest/config';

const inCi = process.env['CI'] === 'true';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'scripts/**/*.test.ts',
      'tests/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    exclude: ['tests/e2e/**', 'tests/faults/**', 'node_modules/**'],
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A machine that is busy with other work may starve a child process: a test that fails twice more is wrong.
    retry: inCi ? 2 : 0,
    reporters: inCi ? ['default', 'json'] : ['default'],
    outputFile: { json: 'reports/vitest.json' },
  },
});
