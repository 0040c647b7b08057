import type { Config } from '../config/config.ts';
import type { Paper, TopicMatch } from '../paper.ts';
import type { FacetMention, PaperEntry, RowEntry } from './views.ts';

/** What config makes of a paper: computed once per record, kept in the derived file, never in the snapshot. */
export type Tags = Pick<PaperEntry, 'topics' | 'venue' | 'facets' | 'lane'>;

export type Tagger = (paper: Paper) => Tags;

/** Tags as the derived file keeps them: without what config says anyway. */
interface PackedTags {
  topics: TopicMatch[];
  venue: Tags['venue'];
  /** `[group, id]` */
  facets: [string, string][];
  lane: Tags['lane'];
}

export function packTags({ topics, venue, facets, lane }: Tags): string {
  const packed: PackedTags = {
    topics,
    venue,
    facets: facets.map(({ group, id }) => [group, id]),
    lane,
  };
  return JSON.stringify(packed);
}

/** Reads packed tags back, with the names that config gives to facets. */
export function tagsUnpacker({ facets }: Config): (text: string) => Tags {
  const names = new Map(
    facets.flatMap(({ id: group, entries }) =>
      entries.map(({ id, name }): [string, FacetMention['name']] => [`${group}/${id}`, name]),
    ),
  );
  return (text) => {
    const { facets, ...tags }: PackedTags = JSON.parse(text);
    return {
      ...tags,
      facets: facets.map(([group, id]) => ({
        group,
        id,
        name: names.get(`${group}/${id}`) ?? { en: id, zh: id },
      })),
    };
  };
}

/** Which topics and facets a paper has; facets as `group/id`. */
export interface TagIds {
  topics: string[];
  facets: string[];
}

export function unpackIds(text: string): TagIds {
  const { topics, facets }: PackedTags = JSON.parse(text);
  return {
    topics: topics.map(({ topic }) => topic),
    facets: facets.map(([group, id]) => `${group}/${id}`),
  };
}

/** Ids of the topics in packed tags. */
export function unpackTopics(text: string): string[] {
  const { topics }: PackedTags = JSON.parse(text);
  return topics.map(({ topic }) => topic);
}

/**
 * A row of a list without abstracts: what such a list does not show is empty, so that a change to it draws no list anew.
 */
export function toBrief({ paper, topics, venue, lane }: PaperEntry): RowEntry {
  const row = toRow({ paper, topics, venue, lane, facets: [] });
  const { summary: _, ...rest } = row.paper;
  return {
    ...row,
    paper: { ...rest, abstract: null },
    topics: topics.map((match) =>
      match.place === 'title' ? match : { ...match, phrase: '', start: 0, end: 0 },
    ),
  };
}

/** The part of an entry that listings may show; see `views.ts` for why it is so small. */
export function toRow({ paper, topics, venue, facets, lane }: PaperEntry): RowEntry {
  const { id, title, abstract, authors, categories, primary_category, announced, links } = paper;
  const row: RowEntry['paper'] = {
    id,
    title,
    abstract,
    authors,
    categories,
    primary_category,
    announced,
    links,
  };
  if (paper.withdrawn) row.withdrawn = true;
  if (paper.provisional) row.provisional = true;
  if (paper.summary) row.summary = paper.summary;
  return { paper: row, topics, venue, facets, lane };
}
