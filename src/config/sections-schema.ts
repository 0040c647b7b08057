import { z } from 'astro/zod';
import { slug, webUrl } from './local-name.ts';
import { phrase } from './topics-schema.ts';

const name = z.string().trim().min(1).max(120);

/** A file of the repository, as a relative path that stays inside it. */
const repositoryFile = z
  .string()
  .regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[^\\]+\.ya?ml$/, 'expected a relative path to a .yaml file');

export const newsSchema = z
  .strictObject({
    sources: z
      .array(
        z.strictObject({
          id: slug.describe('Short id of the source; kept for good, as stored items name it.'),
          name: name.describe('Name as shown.'),
          url: webUrl.describe('Address of its RSS, Atom or JSON feed.'),
          language: z.enum(['en', 'zh']).default('en').describe('Language of its items.'),
          kind: z
            .enum(['media', 'company', 'lab', 'blog', 'community'])
            .default('media')
            .describe('Who writes it.'),
          match: z
            .enum(['topics', 'all'])
            .default('topics')
            .describe('topics: items that match a topic. all: every item.'),
        }),
      )
      .default([])
      .describe('Feeds to read.'),
    phrases: z
      .array(phrase)
      .default([])
      .describe(
        'Phrases that keep an item of a source with `match: topics`, beside the topics: in its title or twice in its text. Chinese ones match anywhere.',
      ),
  })
  .describe('News from feeds.');

const board = z.strictObject({
  board: z
    .string()
    .regex(/^[\w.-]+$/, 'expected the last part of the board’s address')
    .describe('Id of the board: the last part of its address.'),
  company: name.describe('Name of the company as shown.'),
});

export const jobsSchema = z
  .strictObject({
    github: z
      .array(
        z.strictObject({
          repo: z
            .string()
            .regex(/^[\w.-]+\/[\w.-]+$/, 'expected owner/name')
            .describe('Repository on GitHub, owner/name.'),
          path: z.string().min(1).default('README.md').describe('File that holds the list.'),
          section: z
            .string()
            .min(1)
            .describe('Heading of the list, or a part of it. Left out: the whole file.')
            .optional(),
        }),
      )
      .default([])
      .describe('Lists of jobs kept in files on GitHub.'),
    greenhouse: z.array(board).default([]).describe('Job boards at Greenhouse.'),
    lever: z.array(board).default([]).describe('Job boards at Lever.'),
    file: repositoryFile.default('data/jobs.yaml').describe('Jobs and careers pages kept by hand.'),
  })
  .describe('Jobs.');

export const datasetsSchema = z
  .strictObject({
    huggingface: z
      .strictObject({
        tags: z.array(name).default([]).describe('Tags, e.g. LeRobot or task_categories:robotics.'),
        search: z.array(name).default([]).describe('Words searched for in names.'),
        limit: z
          .int()
          .min(1)
          .max(1000)
          .default(100)
          .describe('Most datasets taken for each tag and search, by downloads.'),
        min_downloads: z
          .int()
          .min(0)
          .default(1000)
          .describe('Downloads in the last month below which a dataset is left out.'),
      })
      .prefault({})
      .describe('Datasets listed at Hugging Face.'),
    file: repositoryFile.default('data/datasets.yaml').describe('Datasets kept by hand.'),
  })
  .describe('Datasets.');

export const citationsSchema = z
  .strictObject({
    enabled: z.boolean().default(true).describe('Whether to ask Semantic Scholar.'),
    refresh_days: z
      .int()
      .min(1)
      .max(365)
      .default(30)
      .describe('Age at which a figure is asked for again.'),
    max_per_run: z
      .int()
      .min(1)
      .max(5000)
      .default(1000)
      .describe('Most papers asked for in one run.'),
  })
  .describe('Citation counts from Semantic Scholar; no key is needed.');

export const summariesSchema = z
  .strictObject({
    enabled: z
      .boolean()
      .default(false)
      .describe('Whether to ask the model named by LLM_BASE_URL, LLM_API_KEY and LLM_MODEL.'),
    max_per_run: z
      .int()
      .min(1)
      .max(1000)
      .default(50)
      .describe('Most papers summarised in one run.'),
    max_seconds: z
      .int()
      .min(10)
      .max(3600)
      .default(300)
      .describe('Seconds after which a run stops asking.'),
  })
  .describe('One machine-written sentence a paper in English and Chinese; off unless switched on.');

export const searchSchema = z
  .strictObject({
    enabled: z.boolean().default(true).describe('Whether the search index is built.'),
    suggestions: z.array(phrase).default([]).describe('Queries offered on the empty search page.'),
  })
  .describe('Search over the whole archive.');

export const feedsSchema = z
  .strictObject({
    items: z
      .int()
      .min(10)
      .max(1000)
      .default(100)
      .describe('Items in a feed: these many or those of `days`, whichever is more.'),
    days: z.int().min(1).max(60).default(7).describe('Announcement days in a feed at least.'),
    hub: webUrl
      .describe(
        'A WebSub hub that every feed names, so that readers are told at once. Tell the hub after each deploy: `curl -d hub.mode=publish -d hub.url=<address of the feed> <hub>`.',
      )
      .optional(),
  })
  .describe('RSS, Atom and JSON feeds.');
