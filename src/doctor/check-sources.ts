import type { Config } from '../config/config.ts';
import { HttpFailure } from '../http/http-failure.ts';
import type { Check, DoctorContext } from './context.ts';
import { note, ok, warning, type Finding } from './finding.ts';

/** A connection must come about soon, an answer may take a moment; nobody is asked twice. */
const DEADLINE_MS = 20_000;

/** Each source that is asked daily answers from here. A failure is told and is no fault of the checkout. */
export const checkSources: Check = {
  name: 'sources',
  async look(context) {
    const { client, config, offline } = context;
    if (offline)
      return [note('Sources were not asked.', '--offline', 'Run without --offline to ask them.')];
    if (client === null || config === null) return [];
    const found: Finding[] = [];
    for (const { name, url } of addresses(config, context)) {
      found.push(await ask(client, name, url));
    }
    const unreachable = found.every(({ level }) => level !== 'ok');
    return found.length > 1 && unreachable
      ? [
          note(
            'No source can be reached from here: this machine seems to be offline.',
            'network',
            'The snapshot is enough to build the site; the next run catches up.',
          ),
        ]
      : found;
  },
};

/** Every source of the config, by the question that costs it least. */
function addresses(
  { endpoints, arxiv, news, citations, jobs, datasets }: Config,
  { environment }: DoctorContext,
): { name: string; url: string }[] {
  const at = (key: keyof Config['endpoints']): string =>
    (environment[key.toUpperCase()]?.trim() || endpoints[key]).replace(/\/+$/, '');
  const [category = 'cs.RO'] = Object.keys(arxiv.categories);
  return [
    { name: 'arXiv feed', url: `${at('arxiv_feed_url')}/${category}` },
    { name: 'arXiv API', url: `${at('arxiv_api_url')}?search_query=cat:${category}&max_results=1` },
    { name: 'arXiv OAI-PMH', url: `${at('arxiv_oai_url')}?verb=Identify` },
    ...(citations.enabled
      ? [
          {
            name: 'Semantic Scholar',
            url: `${at('semantic_scholar_url')}/graph/v1/paper/ARXIV:1706.03762?fields=citationCount`,
          },
        ]
      : []),
    ...jobs.github.map(({ repo }) => ({
      name: `jobs/${repo}`,
      url: `${at('github_api_url')}/repos/${repo}`,
    })),
    ...jobs.greenhouse.map(({ board }) => ({
      name: `jobs/greenhouse-${board}`,
      url: `${at('greenhouse_url')}/v1/boards/${board}`,
    })),
    ...jobs.lever.map(({ board }) => ({
      name: `jobs/lever-${board}`,
      url: `${at('lever_url')}/v0/postings/${board}?mode=json&limit=1`,
    })),
    ...[datasets.huggingface.tags, datasets.huggingface.search]
      .flatMap((words, place) => words.slice(0, 1).map((word) => [place, word] as const))
      .slice(0, 1)
      .map(([place, word]) => ({
        name: 'Hugging Face',
        url: `${at('huggingface_url')}/api/datasets?${place === 0 ? 'filter' : 'search'}=${encodeURIComponent(word)}&limit=1`,
      })),
    ...news.sources.map(({ id, url }) => ({ name: `news/${id}`, url })),
  ];
}

async function ask(
  client: NonNullable<DoctorContext['client']>,
  name: string,
  url: string,
): Promise<Finding> {
  try {
    await client.get(url, { accept: '*/*', retry: false, deadlineMs: DEADLINE_MS });
    return ok(`${name} answers.`, url);
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    if (error.kind === 'throttled')
      return note(
        `${name} answers, and asks for patience.`,
        url,
        'Nothing: a run waits and comes again.',
      );
    return warning(
      `${name}: ${error.message}`,
      url,
      'The daily run goes on without it. If it lasts, correct its address in config.yaml.',
    );
  }
}
