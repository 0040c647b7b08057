export interface PageScores {
  name: string;
  /** In the order of the categories. */
  medians: number[];
  /** Audits that count and did not pass in one of the runs. */
  failed: string[];
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new Error('the median of nothing');
  return middle;
}

const at = (value: unknown, ...keys: (string | number)[]): unknown =>
  keys.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null
        ? (found as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );

/** The pages to look at: of the newest day, its first paper and that paper's first topic. @throws for an empty site */
export function pagesOf(readJson: (path: string) => unknown): Record<string, string> {
  const day = at(readJson('api/v1/days.json'), 'days', 0, 'date');
  if (typeof day !== 'string') throw new Error('the site has no announcement day to look at');
  const papers = at(readJson(`api/v1/days/${day}.json`), 'papers');
  const inTopic = (Array.isArray(papers) ? papers : []).find(
    (paper: unknown) => at(paper, 'topics', 0, 'topic') !== undefined,
  );
  const [id, topic] = [at(inTopic, 'id'), at(inTopic, 'topics', 0, 'topic')];
  if (typeof id !== 'string' || typeof topic !== 'string')
    throw new Error(`no paper of ${day} is in a topic`);
  return {
    home: '',
    day: `days/${day}/`,
    topic: `topics/${topic}/`,
    paper: `papers/${id}/`,
    search: 'search/',
  };
}

/** A table in Markdown, and below it what did not pass. */
export function table(categories: readonly string[], scores: readonly PageScores[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    line(['page', ...categories]),
    line(['---', ...categories.map(() => '---')]),
    ...scores.map(({ name, medians }) => line([name, ...medians])),
    '',
    ...scores.flatMap(({ name, failed }) => failed.map((audit) => `${name}: ${audit}`)),
  ].join('\n');
}
