import { checkAddress } from './check-address.ts';
import { checkClock } from './check-clock.ts';
import { checkConfig } from './check-config.ts';
import { checkData } from './check-data.ts';
import { checkDisk } from './check-disk.ts';
import { checkGit } from './check-git.ts';
import { checkHosting } from './check-hosting.ts';
import { checkNode } from './check-node.ts';
import { checkPackages } from './check-packages.ts';
import { checkRecord } from './check-record.ts';
import { checkPublished } from './check-published.ts';
import { checkRepository } from './check-repository.ts';
import { checkSources } from './check-sources.ts';
import { checkWorkflows } from './check-workflows.ts';
import type { Check } from './context.ts';

/** In the order in which they are told: what the others need comes first. */
export const checks: readonly Check[] = [
  checkNode,
  checkPackages,
  checkDisk,
  checkConfig,
  checkAddress,
  checkHosting,
  checkWorkflows,
  checkRepository,
  checkPublished,
  checkGit,
  checkData,
  checkRecord,
  checkClock,
  checkSources,
];
