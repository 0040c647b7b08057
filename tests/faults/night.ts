/** `npm run test:faults:night`: the same suite with more seeds, rounds and years; some hours. */
import { spawnSync } from 'node:child_process';

const MORE = {
  FAULTS_MUTATIONS: '500000',
  FAULTS_ORDERS: '20000',
  FAULTS_SEEDS: '10',
  FAULTS_PUSH_ROUNDS: '500',
  FAULTS_FLIPS: '50000',
  FAULTS_KILLS: '5000',
  FAULTS_PAPER_PAGES: '10000',
};

const { status } = spawnSync(
  'npx',
  ['--no-install', 'vitest', 'run', '--config', 'tests/faults/vitest.config.ts'],
  { stdio: 'inherit', env: { ...MORE, ...process.env, FAULTS_TABLE: 'false' } },
);
process.exitCode = status ?? 1;
