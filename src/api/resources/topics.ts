import { z } from 'astro/zod';
import { digest } from '../../query/digest.ts';
import { toListed } from '../paper-record.ts';
import { resource, single } from '../resource.ts';
import { count, localName, month, topicId, url } from '../shapes/basics.ts';
import { listedPaper } from '../shapes/paper.ts';

const topic = z.object({
  id: topicId,
  name: localName,
  group: z.string().describe('The layer it belongs to.'),
  total: count.describe('Papers of the whole archive that match.'),
});

export const topicsIndex = resource({
  name: 'topics',
  path: 'api/v1/topics.json',
  title: { en: 'Topics', zh: '主题' },
  description: {
    en: 'Every topic with its layer and the number of its papers, in the order of config.yaml.',
    zh: '全部主题及其层级与论文数，按 config.yaml 的顺序。',
  },
  schema: z.object({
    groups: z.array(z.object({ id: z.string(), name: localName })),
    topics: z.array(topic.extend({ url })),
  }),
  files: ({ archive, home }) =>
    single(digest(JSON.stringify(archive.topics())), () => ({
      groups: archive.config.groups.map(({ id, name }) => ({ id, name })),
      topics: archive
        .topics()
        .map((one) => ({ ...one, url: `${home}api/v1/topics/${one.id}.json` })),
    })),
});

export const oneTopic = resource({
  name: 'topic',
  path: 'api/v1/topics/{topic}.json',
  parameters: {
    topic: { en: 'Id of a topic, from topics.json.', zh: '主题的标识，见 topics.json。' },
  },
  title: { en: 'Latest papers of a topic', zh: '某主题的最新论文' },
  description: {
    en: 'The newest papers of a topic, whole days until there are about fifty, and its papers per month.',
    zh: '某主题的最新论文（按整日累计约五十篇）及每月论文数。',
  },
  schema: z.object({
    ...topic.shape,
    months: z.array(z.object({ month, total: count })).describe('Newest first.'),
    papers: z.array(listedPaper).describe('Newest day first.'),
  }),
  folder: 'api/v1/topics',
  files: ({ archive, home }) =>
    archive.topics().map(({ id }) => ({
      values: { topic: id },
      key: archive.cacheKey.topic(id),
      build: () => {
        const { topic: found, months, latest } = archive.topic(id);
        const papers = latest.flatMap((rows) => rows.papers.map((entry) => toListed(entry, home)));
        return { ...found, months, papers };
      },
    })),
});
