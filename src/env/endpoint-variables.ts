import { address } from './parse-value.ts';
import { variable } from './variable.ts';

const fromConfig = (key: string) => ({
  en: `\`endpoints.${key}\` of config.yaml`,
  zh: `config.yaml 的 \`endpoints.${key}\``,
});

/** A source's address in place of the one in `config.yaml`. */
const endpoint = (key: string, what: { en: string; zh: string }, example: string) =>
  variable<string | null>({
    meaning: {
      en: `Address of ${what.en}, for a mirror or a rehearsal.`,
      zh: `${what.zh}的地址，用于镜像或演练。`,
    },
    otherwise: fromConfig(key),
    example,
    fallback: null,
    parse: address,
  });

/** Addresses of the sources; the names are those of the keys in `config.yaml`, in capitals. */
export const ENDPOINT_VARIABLES = {
  ARXIV_API_URL: endpoint(
    'arxiv_api_url',
    { en: 'the arXiv API', zh: ' arXiv API ' },
    'https://export.arxiv.org/api/query',
  ),
  ARXIV_FEED_URL: endpoint(
    'arxiv_feed_url',
    { en: "arXiv's announcement feeds", zh: ' arXiv 公告订阅源' },
    'https://rss.arxiv.org/atom',
  ),
  ARXIV_OAI_URL: endpoint(
    'arxiv_oai_url',
    { en: "arXiv's OAI-PMH", zh: ' arXiv OAI-PMH ' },
    'https://oaipmh.arxiv.org/oai',
  ),
  SEMANTIC_SCHOLAR_URL: endpoint(
    'semantic_scholar_url',
    { en: 'Semantic Scholar', zh: ' Semantic Scholar ' },
    'https://api.semanticscholar.org',
  ),
  HUGGINGFACE_URL: endpoint(
    'huggingface_url',
    { en: 'Hugging Face', zh: ' Hugging Face ' },
    'https://huggingface.co',
  ),
  GITHUB_API_URL: endpoint(
    'github_api_url',
    { en: 'the GitHub API', zh: ' GitHub API ' },
    'https://api.github.com',
  ),
  GREENHOUSE_URL: endpoint(
    'greenhouse_url',
    { en: 'the Greenhouse job boards', zh: ' Greenhouse 招聘接口' },
    'https://boards-api.greenhouse.io',
  ),
  LEVER_URL: endpoint(
    'lever_url',
    { en: 'the Lever job boards', zh: ' Lever 招聘接口' },
    'https://api.lever.co',
  ),
} as const;
