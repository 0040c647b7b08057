import type { Config } from '../../config/config.ts';
import type { Client } from '../../http/client.ts';
import { HttpFailure } from '../../http/http-failure.ts';
import { HubError, readHubList, type HubDataset } from './hub-dataset.ts';

export interface HubAnswer {
  /** By id; of a dataset that several lists hold the first one's figures. */
  datasets: Map<string, HubDataset>;
  /** Lists that were asked for, and those that failed. */
  lists: { asked: number; failed: number };
  problems: string[];
}

const NAMED = 5;

/**
 * The lists of the config, one after the other: those of its tags, then those of its searches, each by downloads.
 * @param address Hugging Face's, without slash at the end
 */
export async function fetchHub(
  { tags, search, limit, min_downloads }: Config['datasets']['huggingface'],
  address: string,
  client: Pick<Client, 'get'>,
): Promise<HubAnswer> {
  const answer: HubAnswer = { datasets: new Map(), lists: { asked: 0, failed: 0 }, problems: [] };
  const wanted = [
    ...tags.map((tag) => ['filter', tag] as const),
    ...search.map((words) => ['search', words] as const),
  ];
  for (const [kind, words] of wanted) {
    const query = new URLSearchParams({
      [kind]: words,
      sort: 'downloads',
      direction: '-1',
      limit: String(limit),
      full: 'true',
    });
    const url = `${address}/api/datasets?${query.toString()}`;
    answer.lists.asked += 1;
    try {
      const { body } = await client.get(url, {
        accept: 'application/json',
        maxBytes: 32 * 1024 * 1024,
        deadlineMs: 30_000,
        retry: 2,
        publicOnly: true,
      });
      const { datasets, rejected } = readHubList(body);
      answer.problems.push(
        ...rejected
          .slice(0, NAMED)
          .map(({ where, why }) => `${words}: ${where} was left out: ${why}`),
      );
      if (rejected.length > NAMED)
        answer.problems.push(`${words}: ${rejected.length - NAMED} more were left out`);
      if (datasets.length > limit)
        answer.problems.push(
          `${words}: ${datasets.length - limit} datasets beyond the ${limit} that were asked for were not read`,
        );
      for (const dataset of datasets.slice(0, limit)) {
        if (dataset.downloads >= min_downloads && !answer.datasets.has(dataset.id))
          answer.datasets.set(dataset.id, dataset);
      }
    } catch (error) {
      if (!(error instanceof HttpFailure) && !(error instanceof HubError)) throw error;
      answer.lists.failed += 1;
      answer.problems.push(error instanceof HubError ? `"${url}" ${error.message}` : error.message);
    }
  }
  return answer;
}
