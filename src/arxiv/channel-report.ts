/** What a channel did in a run. */
export interface ChannelReport {
  /**
   * `ok`: it answered as it should; `empty`: it has nothing, and that may be; `failed`: it did not answer, or not
   * believably; `skipped`: it was not needed.
   */
  state: 'ok' | 'empty' | 'failed' | 'skipped';
  /** Asked for; repeated tries of one request count once. */
  requests: number;
  /** Those that gave nothing usable after the last try. */
  failed: number;
  /** Good answers. */
  pages: number;
  /** Records in them, those that could not be used included. */
  rows: number;
  /** What went wrong, in sentences with address and remedy. */
  problem?: string;
}

export function skipped(): ChannelReport {
  return { state: 'skipped', requests: 0, failed: 0, pages: 0, rows: 0 };
}

/** Adds a problem to those told before; the state becomes `failed` unless it may stay. */
export function tell(
  report: ChannelReport,
  problem: string,
  state: ChannelReport['state'] = 'failed',
): void {
  report.state = state;
  report.problem = report.problem === undefined ? problem : `${report.problem} ${problem}`;
}
