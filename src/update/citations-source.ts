/**
 * Citation counts, in rounds through the archive: each run asks for as many papers as config allows, from where the last
 * one stopped, and a new round begins when the last one is `refresh_days` old. So a run costs the same in year five.
 */
import { comparePaperIds } from '../text/ids.ts';
import type { Paper } from '../paper.ts';
import { fetchCitations } from '../sources/citations/fetch-citations.ts';
import {
  formatCitationsMemory,
  parseCitationsMemory,
  type CitationsMemory,
} from './citations-memory.ts';
import type { RunContext, Source, SourceOutcome } from './source.ts';

export const citationsSource: Source = { name: 'citations', run };

/** Days after the announcement before a paper is asked for: nobody has cited it yet. */
const TOO_YOUNG_DAYS = 14;

async function run(context: RunContext): Promise<SourceOutcome> {
  const { config, env, client, known, today } = context;
  if (!config.citations.enabled) return { state: 'quiet', answered: true };
  const memory = memoryFor(parseCitationsMemory(known?.cursor), context);
  if (memory === null)
    return { state: known?.state ?? 'quiet', answered: known?.state !== 'failing' };
  const papers = nextPapers(context, memory);
  if (papers.length === 0) return { state: 'quiet', answered: true };
  const address = (env.SEMANTIC_SCHOLAR_URL ?? config.endpoints.semantic_scholar_url).replace(
    /\/+$/,
    '',
  );
  const answer = await fetchCitations(
    papers.map(({ id }) => id),
    today,
    { address, key: env.S2_API_KEY },
    client,
  );
  const changed = papers.flatMap((paper) => {
    const next = answer.figures.get(paper.id);
    return next && isBetter(paper.citations, next) ? [{ ...paper, citations: next }] : [];
  });
  context.archive.put(changed);
  const last = papers[answer.answered.length - 1];
  const channels = {
    citations: {
      requests: answer.requests,
      failed: answer.problem === null ? 0 : 1,
      records: answer.figures.size,
    },
  };
  const cursor = last
    ? {
        cursor: formatCitationsMemory({
          ...memory,
          asked: today,
          done: { day: last.announced, id: last.id },
        }),
      }
    : {};
  const merged = {
    added: 0,
    updated: changed.length,
    unchanged: answer.answered.length - changed.length,
  };
  return {
    state: answer.problem === null ? (changed.length > 0 ? 'new' : 'quiet') : 'failing',
    answered: answer.problem === null,
    merged,
    channels,
    ...cursor,
    problems:
      answer.problem === null
        ? []
        : [{ message: `${answer.problem}; the known figures stand with their date` }],
  };
}

/** Where this run goes on; `null` when it asked already today, or the round is done and not old enough. */
function memoryFor(
  memory: CitationsMemory | null,
  { today, config, archive }: RunContext,
): CitationsMemory | null {
  if (memory === null) return { round: today, asked: today, done: null };
  if (memory.asked === today) return null;
  const isOver =
    memory.done !== null &&
    memory.done.day >= (newestAskable(archive.snapshot.shards(), today) ?? '');
  const age = (Date.parse(today) - Date.parse(memory.round)) / 86_400_000;
  if (isOver && age >= config.citations.refresh_days)
    return { round: today, asked: today, done: null };
  return memory;
}

function newestAskable(shards: readonly { key: string }[], today: string): string | undefined {
  return shards.map(({ key }) => key).findLast((key) => isOldEnough(key, today));
}

const isOldEnough = (announced: string, today: string): boolean =>
  Date.parse(today) - Date.parse(announced) >= TOO_YOUNG_DAYS * 86_400_000;

/** The papers after the last one that is done, whole up to the limit. */
function nextPapers({ archive, config, today }: RunContext, { done }: CitationsMemory): Paper[] {
  const most = config.citations.max_per_run;
  const papers: Paper[] = [];
  for (const { key } of archive.snapshot.shards()) {
    if (!isOldEnough(key, today) || key < (done?.day ?? '') || papers.length >= most) continue;
    const isAfter = ({ id }: Paper) => key !== done?.day || comparePaperIds(id, done.id) > 0;
    papers.push(...archive.papersOf(key).filter(isAfter));
  }
  return papers.slice(0, most);
}

/** Whether a figure replaces the known one. Semantic Scholar splits and merges records: a zero after a count is a loss. */
function isBetter(known: Paper['citations'], next: NonNullable<Paper['citations']>): boolean {
  if (!known) return true;
  if (next.count === 0 && known.count > 0) return false;
  return (
    known.count !== next.count ||
    known.influential !== next.influential ||
    (next.venue !== null && known.venue !== next.venue)
  );
}
