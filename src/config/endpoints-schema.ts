import { z } from 'astro/zod';
import { webUrl } from './local-name.ts';

const at = (url: string, what: string) => webUrl.default(url).describe(what);

/** Each key in capitals is the environment variable that overrides it: `arxiv_api_url` → `ARXIV_API_URL`. */
export const endpointsSchema = z
  .strictObject({
    arxiv_api_url: at('https://export.arxiv.org/api/query', 'arXiv API.'),
    arxiv_feed_url: at(
      'https://rss.arxiv.org/atom',
      'arXiv announcement feeds, without the category.',
    ),
    arxiv_oai_url: at('https://oaipmh.arxiv.org/oai', 'arXiv OAI-PMH.'),
    semantic_scholar_url: at('https://api.semanticscholar.org', 'Semantic Scholar.'),
    huggingface_url: at('https://huggingface.co', 'Hugging Face.'),
    github_api_url: at('https://api.github.com', 'GitHub API.'),
    greenhouse_url: at('https://boards-api.greenhouse.io', 'Greenhouse job boards.'),
    lever_url: at('https://api.lever.co', 'Lever job boards.'),
  })
  .describe('Addresses of the sources, for mirrors. Environment variables of the same name win.');
