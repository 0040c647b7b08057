/** OAI-PMH's part of a run: what changed in each category since a day. */
import type { Day, FetchedPaper } from '../paper.ts';
import { failureOf } from './ask-arxiv.ts';
import { tell } from './channel-report.ts';
import { harvest, setOf, type OaiChannel } from './oai-channel.ts';
import { paperOf } from './oai-answer.ts';

/** Adds to `got` and says whether every set was read to its end. A set that fails leaves the others to be read. */
export async function readOai(
  channel: OaiChannel,
  categories: readonly string[],
  from: Day,
  got: FetchedPaper[],
): Promise<boolean> {
  const { report } = channel;
  report.state = 'ok';
  let whole = true;
  for (const category of categories) {
    try {
      for await (const { records, deleted } of harvest(channel, setOf(category), from)) {
        got.push(...records.flatMap((record) => paperOf(record) ?? []));
        channel.rejected.push(
          ...deleted.map((id) => ({ where: id, why: 'OAI-PMH says that it was deleted' })),
        );
      }
    } catch (error) {
      tell(report, failureOf(error));
      whole = false;
    }
  }
  if (whole && report.rows === 0) report.state = 'empty';
  return whole;
}
