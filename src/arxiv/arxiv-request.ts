/** What a run asks of arXiv, and what it gets. */
import type { Day, FetchedPaper, Instant, PaperId } from '../paper.ts';
import type { ParsedAnnouncement } from './announcement-feed.ts';
import type { ArxivClient } from './ask-arxiv.ts';
import type { ChannelReport } from './channel-report.ts';
import type { OnProgress } from './progress.ts';
import type { RejectedRecord } from './rejected-record.ts';

/** What a paper is judged by, whether from the feed or from the API. */
export type Judged = Pick<FetchedPaper, 'title' | 'abstract' | 'categories'>;

/** `ARXIV_API_URL`, `ARXIV_FEED_URL`, `ARXIV_OAI_URL`. */
export interface Endpoints {
  api: string;
  feed: string;
  oai: string;
}

export interface ArxivRequest {
  endpoints: Endpoints;
  /** All that are asked for, whatever their rule. */
  categories: readonly string[];
  /** The last run that was `complete`; `null` before the first. */
  lastSuccess: Instant | null;
  /** Days of submissions to ask for: 8, once a week 35. After a gap the window reaches further by itself. */
  lookbackDays: number;
  /** `newestUpdate` of the last complete run; `null`: older papers are not asked for revisions. */
  revisionCursor: Instant | null;
  /** Once a week: harvest the changes since this day (UTC) by OAI-PMH, for marks of withdrawal and what else was missed. */
  reconcileFrom?: Day | null;
  /** Papers of the archive that lack their metadata: provisional ones, and those without abstract. */
  complete?: readonly PaperId[];
  /** Whether the archive would keep it: no metadata are asked for other announced papers. */
  keep: (paper: Judged) => boolean;
  /** The version that the archive holds, or `null`. */
  known: (id: PaperId) => number | null;
  /** Records a page of the API: a few hundred. */
  pageSize: number;
  /** Most papers to bring that are kept and new or newer than known; the oldest submissions come first. */
  maxResults?: number | undefined;
}

export interface ArxivEffects {
  client: ArxivClient;
  now: Instant;
  onProgress?: OnProgress;
  /** Milliseconds, for the time left. */
  clock?: () => number;
}

export interface ArxivBatch {
  /** Each id once, in order of ids, kept or not. Those that are `from: 'feed'` are provisional. */
  papers: FetchedPaper[];
  /** As the feed states it; `null` when it gave none. Whether it is the one that is due is for the caller to judge. */
  announcement: ParsedAnnouncement | null;
  channels: { feed: ChannelReport; api: ChannelReport; oai: ChannelReport };
  /** Records that could not be used, and ids that arXiv does not know. */
  rejected: RejectedRecord[];
  /** All submissions and revisions that were asked for were got, by one channel or another, and none was capped. */
  complete: boolean;
  /** Metadata by id were asked of the API and read to the end: OAI-PMH, which stands in for the rest, has no such list. */
  idsRead: boolean;
  /** `reconcileFrom` was asked for and read to the end. */
  reconciled: boolean;
  capped: boolean;
  /** Papers, at least, that the cap left for later runs. */
  left: number;
  /** The newest submission of a version that the API or OAI-PMH told of: the next `revisionCursor`. */
  newestUpdate: Instant | null;
}
