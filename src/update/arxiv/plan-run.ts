import type { ArxivRequest } from '../../arxiv/arxiv-request.ts';
import type { AnnouncementReceipt } from '../../store/receipts.ts';
import type { RunContext } from '../source.ts';
import { failedIds, papersWithoutMetadata, receiptsOfAnnouncements } from './incomplete-papers.ts';
import { keeper, type Keep } from './keep.ts';
import { parseMemory, type ArxivMemory } from './memory.ts';
import { arxivEndpoints, whatIsDue, type Due } from './what-is-due.ts';

/** What a run is about to ask of arXiv, and what it knows beforehand. */
export interface RunPlan {
  request: ArxivRequest;
  memory: ArxivMemory;
  due: Due;
  keep: Keep;
  /** Receipts of announcements that earlier runs wrote, oldest first. */
  earlier: AnnouncementReceipt[];
}

/** From the calendar, the last success and the papers that lack something: what is due. */
export function planRun({ config, env, archive, now, today, known }: RunContext): RunPlan {
  const memory = parseMemory(known?.cursor);
  const due = whatIsDue(memory, config.arxiv, now);
  const earlier = receiptsOfAnnouncements(archive.snapshot);
  const keep = keeper(config);
  const request: ArxivRequest = {
    endpoints: arxivEndpoints(config, env),
    categories: Object.keys(config.arxiv.categories),
    lastSuccess: due.lastSuccess,
    lookbackDays: due.lookbackDays,
    reconcileFrom: due.reconcileFrom,
    revisionCursor: due.revisionCursor,
    complete: [
      ...papersWithoutMetadata(archive.snapshot, today, due.searchArchive),
      ...failedIds(earlier, today),
    ],
    keep: (paper) => keep(paper) !== null,
    known: (id) => archive.find([id]).get(id)?.version ?? null,
    pageSize: config.arxiv.page_size,
    maxResults: env.AUTO_FETCH_MAX_RESULTS ?? config.arxiv.max_results,
  };
  return { request, memory, due, keep, earlier };
}
