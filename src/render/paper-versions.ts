import type { EarlierVersion, Instant, Paper, PaperLink } from '../paper.ts';

/** The old and the new value of what a version changed. */
export interface Change<T> {
  before: T;
  after: T;
}

/** One version of a paper and what it changed in the one before. */
export interface VersionChanges {
  version: number;
  updated: Instant | null;
  title?: Change<string>;
  abstract?: Change<string>;
  authors?: Change<string>;
  comment?: Change<string>;
  linksAdded: PaperLink[];
}

type Recorded = 'title' | 'abstract' | 'authors' | 'comment';

const asText = (value: EarlierVersion[Recorded]): string =>
  Array.isArray(value) ? value.map((author) => author.name).join(', ') : (value ?? '');

/** The value a part had in the version after `index`: the next record that holds it, or the paper as it is now. */
function valueAfter(paper: Paper, index: number, part: Recorded): string {
  const later = paper.history.slice(index + 1).find((earlier) => earlier[part] !== undefined);
  return asText(later ? later[part] : paper[part]);
}

function changesOf(paper: Paper, index: number): Partial<Record<Recorded, Change<string>>> {
  const earlier = paper.history[index];
  const parts = (['title', 'abstract', 'authors', 'comment'] as const).filter(
    (part) => earlier?.[part] !== undefined,
  );
  return Object.fromEntries(
    parts.map((part) => [
      part,
      { before: asText(earlier?.[part]), after: valueAfter(paper, index, part) },
    ]),
  );
}

/** Every known version, newest first, each with what it changed. A history entry records what the *next* one changed. */
export function paperVersions(paper: Paper): VersionChanges[] {
  const later = paper.history.map((earlier, index): VersionChanges => {
    const next = paper.history[index + 1];
    return {
      version: next?.version ?? paper.version,
      updated: next ? next.updated : paper.updated,
      ...changesOf(paper, index),
      linksAdded: earlier.links_added ?? [],
    };
  });
  const oldest = paper.history[0];
  const first: VersionChanges = {
    version: oldest?.version ?? paper.version,
    updated: oldest ? oldest.updated : paper.updated,
    linksAdded: [],
  };
  return [...later.toReversed(), first];
}
