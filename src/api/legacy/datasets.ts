import { z } from 'astro/zod';
import { digest } from '../../query/digest.ts';
import type { Sections } from '../../query/sections.ts';
import type { Dataset } from '../../records/dataset.ts';
import { arxivUrl } from '../../render/urls.ts';
import { resource, single } from '../resource.ts';
import { count } from '../shapes/basics.ts';
import { LIMIT, page, success } from './shape.ts';

const text = z.string();

export const legacyDatasets = resource({
  name: 'legacy-datasets',
  path: 'api/datasets.json',
  title: { en: 'Datasets (earlier form)', zh: '数据集（旧格式）' },
  description: {
    en: 'The first hundred datasets, in the order of the page; what is not known is an empty text.',
    zh: '按页面顺序的前一百个数据集；未核实的信息为空文本。',
  },
  schema: z.object({
    success,
    datasets: z.array(
      z.object({
        id: text,
        name: text,
        description: text,
        category: text,
        publisher: text,
        publish_date: text.describe('The year.'),
        project_link: text,
        paper_link: text,
        dataset_link: text,
        scale: text,
        link: text,
        source: text.describe('`curated` or `Hugging Face`.'),
        source_url: text,
        tags: z.array(text),
      }),
    ),
    total: count,
    ...page,
    has_new_today: z.boolean(),
  }),
  files: ({ archive: { sections } }) => {
    const datasets = listed(sections);
    return single(digest(JSON.stringify(datasets)), () => datasets);
  },
});

function listed(sections: Sections) {
  const all = sections.datasets().map(({ dataset }) => dataset);
  const asOf = sections.asOf('datasets');
  return {
    success: true,
    datasets: all.slice(0, LIMIT).map(legacyDataset),
    total: all.length,
    limit: LIMIT,
    offset: 0,
    has_new_today: all.some(({ first_seen }) => first_seen === asOf),
  };
}

function legacyDataset(dataset: Dataset) {
  const { id, name, description, publisher, year, project, paper, data, size, tags } = dataset;
  const { curated, huggingface } = dataset;
  const paperLink = paper === null ? '' : arxivUrl('abs', paper);
  return {
    id,
    name,
    description: description?.en ?? '',
    category: tags[0] ?? '',
    publisher,
    publish_date: year === null ? '' : String(year),
    project_link: project ?? '',
    paper_link: paperLink,
    dataset_link: data ?? '',
    scale: size.map(({ value, unit }) => `${value.toLocaleString('en-US')} ${unit}`).join(', '),
    link: project ?? data ?? paperLink,
    source: curated ? 'curated' : 'Hugging Face',
    source_url: huggingface === null ? '' : `https://huggingface.co/datasets/${huggingface.id}`,
    tags,
  };
}
