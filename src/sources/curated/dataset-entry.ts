import { z } from 'astro/zod';
import type { CrossProblem } from '../../config/parse-yaml.ts';
import { slug } from '../../config/local-name.ts';
import { repeatedIds } from '../../config/repeated.ts';
import { keyed, list } from '../../config/untyped.ts';
import { inBothLanguages, line, link, mentionedAs, paperId } from './fields.ts';
import { licenceIds } from './licence-ids.ts';

/** What a dataset's size is counted in. */
export const sizeUnits = [
  'trajectories',
  'hours',
  'tasks',
  'scenes',
  'objects',
  'grasps',
  'images',
  'videos',
  'instructions',
  'motions',
  'touches',
] as const;

/** What is recorded. */
export const modalities = [
  'rgb',
  'depth',
  'point-cloud',
  'lidar',
  'proprioception',
  'actions',
  'force',
  'tactile',
  'audio',
  'language',
  'gaze',
  'motion-capture',
  'mesh',
  'pose',
  'imu',
  'segmentation',
  'reward',
] as const;

/** Whose body acts: a robot's form, or a human's. */
export const embodiments = [
  'arm',
  'bimanual',
  'mobile-manipulator',
  'dexterous-hand',
  'gripper',
  'humanoid',
  'quadruped',
  'wheeled',
  'drone',
  'vehicle',
  'human',
  'handheld',
  'virtual-agent',
] as const;

const thisCentury = z.int().min(2000).max(2099);

const entry = z.strictObject({
  id: slug.describe('the short name in addresses, such as `bridgedata-v2`'),
  name: line.describe('the name as its makers write it'),
  mentioned_as: mentionedAs,
  year: thisCentury.describe('the year of the first release'),
  publisher: line.describe('the institution or group that published it'),
  size: z
    .array(z.strictObject({ value: z.number().min(0.01), unit: z.enum(sizeUnits) }))
    .max(4)
    .describe('what it holds, the main figure first; [] when no figure is verified'),
  modalities: z.array(z.enum(modalities)).min(1).describe('what is recorded'),
  embodiments: z.array(z.enum(embodiments)).describe('whose body acts; [] when none does'),
  simulated: z.boolean().describe('true when the data comes from a simulator'),
  licence: z
    .enum(licenceIds)
    .nullable()
    .describe('the SPDX id of the licence of the data; null when not verified'),
  paper: paperId.nullable().describe('the arXiv id of its paper, in quotes; null when it has none'),
  shares_paper_with: z
    .array(slug)
    .min(1)
    .describe('ids of the datasets that the same paper introduces')
    .optional(),
  project: link.nullable().describe('the project page; null when it has none'),
  data: link.nullable().describe('where the data is got; null when not verified'),
  description: inBothLanguages,
  tags: z.array(slug).min(1).max(8).describe('topics, as short names'),
});

/** A robot-learning dataset or benchmark, as `data/datasets.yaml` states it. */
export type DatasetEntry = z.output<typeof entry>;

export const datasetList = z.array(entry).max(2000).describe('a list of datasets');

/** Ids used twice, and papers used twice by entries that do not name each other. */
export function crossCheckDatasets(value: unknown): CrossProblem[] {
  return [...repeatedIds(value, []), ...sharedPapers(list(value).map(keyed))];
}

function sharedPapers(entries: Record<string, unknown>[]): CrossProblem[] {
  const known = new Set(entries.map(({ id }) => id));
  const first = new Map<string, Record<string, unknown>>();
  return entries.flatMap(({ paper, id, shares_paper_with: shares }, index) => {
    const path = [index, shares === undefined ? 'paper' : 'shares_paper_with'];
    const unknown = list(shares).filter((other) => !known.has(other));
    const problems = unknown.map((other) => ({
      path,
      message: `\`${String(other)}\` is not the id of a dataset here; remove it or correct it`,
    }));
    if (typeof paper !== 'string') return problems;
    const earlier = first.get(paper);
    if (earlier === undefined) {
      first.set(paper, { id, shares });
      return problems;
    }
    if (list(shares).includes(earlier['id']) && list(earlier['shares']).includes(id)) {
      return problems;
    }
    const message =
      `"${paper}" is already the paper of \`${String(earlier['id'])}\`; give each its own paper, ` +
      `or let both name each other under \`shares_paper_with\``;
    return [...problems, { path: [index, 'paper'], message }];
  });
}
