import type { LocalName } from './local-name.ts';
import type { ConfigFile } from './schema.ts';

export type { LocalName } from './local-name.ts';

/** `all`: every paper of the category is kept; `matching`: those that a topic matches. */
export type CategoryRule = 'all' | 'matching';

export interface Group {
  id: string;
  name: LocalName;
}

/** A condition on top of a topic's phrases: in one of the categories, or one of the phrases occurs. */
export interface TopicContext {
  id: string;
  categories: string[];
  phrases: string[];
}

export interface Topic {
  id: string;
  name: LocalName;
  /** Id of an entry of `Config.groups`. */
  group: string;
  include: string[];
  /** Phrases that count in the title, or when two sentences of the abstract have one. */
  weak_include: string[];
  /** Phrases that count in the title only. */
  title_include: string[];
  exclude: string[];
  /** Only papers in one of these categories; `null`: in any. */
  categories: string[] | null;
  context: TopicContext | null;
}

export type Facet = ConfigFile['facets'][number];
export type NewsSource = ConfigFile['news']['sources'][number];
export type Endpoints = ConfigFile['endpoints'];

/** A valid `config.yaml` with every default filled in and every reference resolved. */
export interface Config extends Omit<ConfigFile, 'groups' | 'contexts' | 'topics' | 'arxiv'> {
  arxiv: Omit<ConfigFile['arxiv'], 'categories'> & { categories: Record<string, CategoryRule> };
  groups: Group[];
  topics: Topic[];
}
