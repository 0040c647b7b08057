/** A dataset, as `data/datasets/**.ndjson` holds it: add, never rename. */
import type { Day, Instant, PaperId } from '../paper.ts';

/** What Hugging Face says of a dataset, as of a day. */
export interface HubFigures {
  /** `owner/name` */
  id: string;
  downloads: number;
  likes: number;
  last_modified: Instant | null;
  as_of: Day;
}

export interface Dataset {
  /** The short name of a curated entry, or `hf/owner/name`. */
  id: string;
  name: string;
  /** The names by which texts speak of it, in place of `name`; left out when that is `name` alone. */
  mentioned_as?: string[] | undefined;
  /** The year of the first release; of a dataset known from Hugging Face alone the year in which it was put there. */
  year: number | null;
  publisher: string;
  size: { value: number; unit: string }[];
  modalities: string[];
  embodiments: string[];
  /** `null` when not known. */
  simulated: boolean | null;
  /** SPDX id, or as Hugging Face tags it; `null` when not known. */
  licence: string | null;
  /** The paper that introduces it. */
  paper: PaperId | null;
  project: string | null;
  /** Where the data is got. */
  data: string | null;
  /** Of our own; `null` for a dataset known from Hugging Face alone. */
  description: { en: string; zh: string } | null;
  tags: string[];
  /** Whether people keep its entry by hand. */
  curated: boolean;
  huggingface: HubFigures | null;
  /** The UTC day on which this archive first saw it. */
  first_seen: Day;
}
