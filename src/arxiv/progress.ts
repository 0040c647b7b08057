/** Where a run stands, for whoever watches it. */
export interface Progress {
  source: 'feed' | 'api' | 'oai';
  /** `announcement`, `submissions 2026-11-15 to 2026-11-23`, `revisions`, `ids`, `set cs:cs:RO`. */
  step: string;
  /** From 1. */
  page: number;
  /** `null` when not known: OAI-PMH tells only that more follows. */
  pages: number | null;
  /** Papers got so far by this run. */
  papers: number;
  /** For the pages of this step that are left, by the pace so far; `null` when not known. */
  secondsLeft: number | null;
}

export type OnProgress = (progress: Progress) => void;

/** Follows one step of many pages. `clock` gives milliseconds. */
export class StepProgress {
  private done = 0;
  private readonly began: number;
  private readonly source: Progress['source'];
  private readonly step: string;
  private readonly report: OnProgress;
  private readonly clock: () => number;

  constructor(source: Progress['source'], step: string, report: OnProgress, clock: () => number) {
    this.source = source;
    this.step = step;
    this.report = report;
    this.clock = clock;
    this.began = clock();
  }

  /** One more page is there; `pages` as far as is known now, or that it was the last. */
  page(stated: number | null | 'last', papers: number): void {
    this.done += 1;
    const pages = stated === 'last' ? this.done : stated;
    const pace = (this.clock() - this.began) / this.done;
    const left = pages === null ? null : Math.max(0, pages - this.done);
    this.report({
      source: this.source,
      step: this.step,
      page: this.done,
      pages,
      papers,
      secondsLeft: left === null ? null : Math.round((left * pace) / 1000),
    });
  }
}
