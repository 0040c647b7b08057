/** Datasets as Hugging Face lists them: `GET /api/datasets?filter=…&full=true`. */
import { z } from 'astro/zod';
import type { Instant, PaperId } from '../../paper.ts';
import { parseInstant } from '../../text/dates.ts';
import { isPaperId } from '../../text/ids.ts';
import { plainText } from '../../text/plain-text.ts';
import { licenceIds } from '../curated/licence-ids.ts';

export interface HubDataset {
  /** `owner/name` */
  id: string;
  downloads: number;
  likes: number;
  lastModified: Instant | null;
  created: Instant | null;
  licence: string | null;
  papers: PaperId[];
  modalities: string[];
  tags: string[];
}

/** What a list holds, and what of it could not be read. */
export interface HubList {
  datasets: HubDataset[];
  rejected: { where: string; why: string }[];
}

/** An answer that is not a list of datasets; the message says what is wrong with it. */
export class HubError extends Error {
  override readonly name = 'HubError';
}

const entry = z.looseObject({
  id: z.string().regex(/^\w[\w.-]*\/\w[\w.-]*$/),
  private: z.boolean().nullish(),
  disabled: z.boolean().nullish(),
  downloads: z.int().nonnegative().nullish(),
  likes: z.int().nonnegative().nullish(),
  lastModified: z.string().nullish(),
  createdAt: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
});

const MOST_TAGS = 8;
// Their names here, by the names there.
const MODALITIES: Readonly<Record<string, string>> = {
  image: 'rgb', video: 'rgb', audio: 'audio', text: 'language', '3d': 'mesh', timeseries: 'proprioception',
}; // prettier-ignore

/** @throws {HubError} when the answer is not a list */
export function readHubList(body: string): HubList {
  const list: HubList = { datasets: [], rejected: [] };
  for (const [index, value] of entriesOf(body).entries()) {
    const { data, success } = entry.safeParse(value);
    if (!success)
      list.rejected.push({
        where: `dataset ${index + 1}`,
        why: 'its id or its figures are not of their form',
      });
    else if (data.private || data.disabled)
      list.rejected.push({ where: data.id, why: 'it is not public' });
    else list.datasets.push(toDataset(data));
  }
  return list;
}

function toDataset({
  id,
  downloads,
  likes,
  lastModified,
  createdAt,
  tags,
}: z.output<typeof entry>): HubDataset {
  const all = (tags ?? []).map((tag) => plainText(tag, { maxLength: 80 }));
  const valued = (name: string) =>
    all.flatMap((tag) => (tag.startsWith(`${name}:`) ? [tag.slice(name.length + 1)] : []));
  const licence = valued('license')[0];
  return {
    id,
    downloads: downloads ?? 0,
    likes: likes ?? 0,
    lastModified: parseInstant(lastModified ?? ''),
    created: parseInstant(createdAt ?? ''),
    licence: licence === undefined || /^(?:other|unknown)$/.test(licence) ? null : spdx(licence),
    papers: [...new Set(valued('arxiv').filter(isPaperId))],
    modalities: [...new Set(valued('modality').flatMap((name) => MODALITIES[name] ?? []))],
    tags: all.filter((tag) => /^[\w -]{2,40}$/.test(tag)).slice(0, MOST_TAGS),
  };
}

/** Hugging Face writes SPDX ids in small letters. */
function spdx(licence: string): string {
  return licenceIds.find((id) => id.toLowerCase() === licence.toLowerCase()) ?? licence;
}

function entriesOf(body: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw new HubError('does not answer with JSON', { cause });
  }
  if (!Array.isArray(value)) throw new HubError('does not answer with a list');
  return value;
}
