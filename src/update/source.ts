/** What a source of the daily run is: adding one is adding one file and one line in `sources.ts`. */
import type { Config } from '../config/config.ts';
import type { Env } from '../env/variables.ts';
import type { Client } from '../http/client.ts';
import type { Logger } from '../log/logger.ts';
import type { Day, Instant } from '../paper.ts';
import type { SourceEntry } from '../store/manifest.ts';
import type { ChannelReceipt, Problem, Receipt, SourceState } from '../store/receipts.ts';
import type { AnyRecordChange } from '../store/snapshot.ts';
import type { PendingArchive } from './pending-archive.ts';

/** What every source is given. */
export interface RunContext {
  config: Config;
  env: Env;
  /** The instant of the run: `NOW` or the clock, the same for the whole run. */
  now: Instant;
  /** Its UTC day. */
  today: Day;
  client: Client;
  log: Logger;
  /** The snapshot with what this run changed so far: a source puts its merged papers here. */
  archive: PendingArchive;
  /** How the last run left this source; `undefined` before its first. */
  known: SourceEntry | undefined;
}

export interface SourceOutcome {
  state: SourceState;
  /** Whether it answered as it should: moves `last_success`. */
  answered: boolean;
  /** Papers new to the archive, papers that changed, papers that said what is known. */
  merged?: { added: number; updated: number; unchanged: number };
  /** Records of other kinds. */
  records?: AnyRecordChange[];
  /** Receipts of announcements. */
  receipts?: Receipt[];
  channels?: Record<string, ChannelReceipt>;
  /** Where the next run goes on; kept as it was when left out. Made of what was received, never of the clock. */
  cursor?: string;
  /** Papers left for the next run by `AUTO_FETCH_MAX_RESULTS`. */
  capped?: number;
  problems?: Omit<Problem, 'source'>[];
  /** Records of other kinds that are new or changed, of a part whose records its whole commits. */
  brought?: { added: number; updated: number };
  /** What a source is made of, each with an outcome of its own: the feeds of `news` as `news/ieee-spectrum` … */
  parts?: Record<string, SourceOutcome>;
}

export interface Source {
  /** `arxiv`, `news` …: the key in the manifest and in receipts. */
  name: string;
  /** May throw: the source then counts as failing, and the run goes on without it. */
  run(context: RunContext): Promise<SourceOutcome>;
}
