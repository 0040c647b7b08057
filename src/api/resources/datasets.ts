import { z } from 'astro/zod';
import { digest } from '../../query/digest.ts';
import type { DatasetEntry } from '../../query/section-views.ts';
import { resource, single } from '../resource.ts';
import { count } from '../shapes/basics.ts';
import { datasetRecord, type DatasetRecord } from '../shapes/sections.ts';

export const datasets = resource({
  name: 'datasets',
  path: 'api/v1/datasets.json',
  title: { en: 'Datasets', zh: '数据集' },
  description: {
    en: 'Every dataset: those kept by hand, newest year first, then those of Hugging Face by downloads.',
    zh: '全部数据集：先列人工维护者（由新到旧），再列 Hugging Face 上的（按下载量）。',
  },
  schema: z.object({ total: count, datasets: z.array(datasetRecord) }),
  files: ({ archive: { sections } }) => {
    const all = sections.datasets().map(toDataset);
    return single(digest(JSON.stringify(all)), () => ({ total: all.length, datasets: all }));
  },
});

function toDataset({ dataset, mentions, employers }: DatasetEntry): DatasetRecord {
  const { id, name, year, publisher, size, modalities, embodiments, simulated } = dataset;
  const { licence, paper, project, data, description, tags, curated, first_seen } = dataset;
  const { huggingface } = dataset;
  return {
    id,
    name,
    year,
    publisher,
    size: size.map(({ value, unit }) => ({ value, unit })),
    modalities,
    embodiments,
    simulated,
    licence,
    paper,
    project,
    data,
    description: description && { en: description.en, zh: description.zh },
    tags,
    curated,
    huggingface: huggingface && {
      id: huggingface.id,
      downloads: huggingface.downloads,
      likes: huggingface.likes,
      last_modified: huggingface.last_modified,
      as_of: huggingface.as_of,
    },
    first_seen,
    mentioned_by: { total: mentions.total, newest: mentions.newest.map((paper) => paper.id) },
    employers,
  };
}
