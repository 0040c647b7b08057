import type { Config } from '../config/config.ts';
import type { Environment } from '../env/read-env.ts';
import type { Client } from '../http/client.ts';
import type { Instant } from '../paper.ts';
import type { Finding } from './finding.ts';

/** What the checks look at. */
export interface DoctorContext {
  /** The root of the repository. */
  root: string;
  dataDir: string;
  configFile: string;
  environment: Environment;
  /** `null` when it cannot be read: the check of config says why, the others do without. */
  config: Config | null;
  /** Why config or environment cannot be read. */
  refusal: Error | null;
  /** `null` when config cannot be read. */
  client: Pick<Client, 'get'> | null;
  /** The system's clock, whatever `NOW` says. */
  now: Instant;
  /** No network is asked. */
  offline: boolean;
}

/** One look at one thing. What it throws is itself a finding. */
export interface Check {
  name: string;
  look(context: DoctorContext): Finding[] | Promise<Finding[]>;
}
