/**
 * A news item, as `data/news/**.ndjson` holds it. Field names are what forks and scripts depend on: add, never rename.
 */
import type { Day, Instant, PaperId } from '../paper.ts';

/** A feed that told a story, and where. */
export interface NewsTelling {
  /** Id of the source in `config.yaml`. */
  source: string;
  url: string;
}

export interface NewsItem {
  /** A digest of the link under which the story was seen first. */
  id: string;
  title: string;
  /** The opening in plain text, a few lines; empty when the feed gives none. */
  excerpt: string;
  /** Language of the text. */
  language: 'en' | 'zh';
  published: Instant;
  /** `feed`: as the feed states it; `fetched`: the feed gives no usable date, so it is the day on which it was seen. */
  published_from: 'feed' | 'fetched';
  /** The UTC day on which this archive first saw the story. */
  first_seen: Day;
  /** Names as the feed gives them. */
  authors: string[];
  /** The feeds that told it, the first one first; its words are those above. */
  told: NewsTelling[];
  /** Papers that its text links to. */
  papers: PaperId[];
}
