/** OAI-PMH: everything whose metadata changed since a day, per set, in `arXivRaw`. */
import type { Day } from '../paper.ts';
import { ArxivAnswerError } from './arxiv-answer-error.ts';
import { askArxiv, type ArxivClient } from './ask-arxiv.ts';
import type { ChannelReport } from './channel-report.ts';
import { parseOai, type OaiAnswer } from './oai-answer.ts';
import { StepProgress, type OnProgress } from './progress.ts';
import type { RejectedRecord } from './rejected-record.ts';

export interface OaiChannel {
  client: ArxivClient;
  /** `ARXIV_OAI_URL`. */
  base: string;
  report: ChannelReport;
  rejected: RejectedRecord[];
  papers: () => number;
  onProgress: OnProgress;
  clock: () => number;
}

const OWN_GROUP = /^(?:cs|econ|eess|math|q-bio|q-fin|stat)(?:\.|$)/;
/** How often a list is begun again when its token is not accepted. */
const RESTARTS = 2;

/** `cs.RO` → `cs:cs:RO`, `hep-th` → `physics:hep-th`. Cross-lists belong to the set. */
export function setOf(category: string): string {
  const group = OWN_GROUP.test(category) ? category.split('.')[0] : 'physics';
  return `${group}:${category.replace('.', ':')}`;
}

/**
 * The records of a set that changed since a day (UTC), oldest change first, a page at a time. `until` is never sent: the
 * end of the list is now. A token that is not accepted begins the list again at the last day seen.
 * Throws `HttpFailure` or `ArxivAnswerError`; what was yielded before stays good.
 */
export async function* harvest(
  channel: OaiChannel,
  set: string,
  from: Day,
): AsyncGenerator<OaiAnswer> {
  const progress = new StepProgress('oai', `set ${set}`, channel.onProgress, channel.clock);
  let since = from;
  let token: string | null = null;
  for (let restarts = 0; ;) {
    const url = listUrl(channel.base, set, since, token);
    let answer: OaiAnswer;
    try {
      answer = await askArxiv(
        channel.client,
        url,
        (text) => parseOai(text, { where: url }),
        channel.report,
      );
    } catch (error) {
      const stale =
        error instanceof ArxivAnswerError && error.code === 'badResumptionToken' && token !== null;
      if (!stale || restarts >= RESTARTS) throw error;
      restarts += 1;
      token = null;
      continue;
    }
    // a record that a page holds twice is one
    const records = new Set(answer.records.map(({ id }) => id)).size;
    channel.report.rows += records + answer.deleted.length + answer.rejected.length;
    channel.rejected.push(...answer.rejected);
    progress.page(
      answer.resumptionToken === null ? 'last' : null,
      channel.papers() + answer.records.length,
    );
    yield answer;
    if (answer.resumptionToken === null) return;
    if (answer.resumptionToken === token) throw circular(url);
    token = answer.resumptionToken;
    since = answer.records
      .map(({ datestamp }) => datestamp)
      .reduce((a, b) => (a > b ? a : b), since);
  }
}

/** The token goes back as it came, encoded once more: it is an encoded query itself. */
function listUrl(base: string, set: string, from: Day, token: string | null): string {
  const url = new URL(base);
  url.searchParams.set('verb', 'ListRecords');
  if (token === null) {
    url.searchParams.set('metadataPrefix', 'arXivRaw');
    url.searchParams.set('from', from);
    url.searchParams.set('set', set);
  } else {
    url.searchParams.set('resumptionToken', token);
  }
  return url.href;
}

function circular(where: string): ArxivAnswerError {
  return new ArxivAnswerError('inconsistent', 'The list gives the same token twice', {
    where,
    remedy: 'What was read is kept; a later run asks again.',
  });
}
