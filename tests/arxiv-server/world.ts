/** The papers of the local arXiv, and what of them was public at an instant. */
import type { Day, PaperId } from '../../src/paper.ts';
import { newYork, newYorkHour } from './mailing-calendar.ts';
import type { ServedPaper, ServedVersion } from './served-paper.ts';

/** A paper at one of its versions, with the categories it had then. */
export interface Shown {
  paper: ServedPaper;
  version: ServedVersion;
  categories: string[];
}

/** Where a channel stands in announcing: everything up to this listing date is public on it. */
export type Horizon = Day;

/** The API and the feed turn over at midnight in New York. */
export const midnightHorizon = (now: number): Horizon => newYork(now).day;

/** OAI-PMH turns over at about 22:30 in New York of the evening before. */
export function oaiHorizon(now: number): Horizon {
  const { day } = newYork(now);
  const tomorrow = newYork(newYorkHour(day, 12) + 24 * 3_600_000).day;
  return now >= newYorkHour(day, 22) + 30 * 60_000 ? tomorrow : day;
}

export class World {
  readonly papers: ServedPaper[];
  private readonly byId: Map<PaperId, ServedPaper>;

  constructor(papers: ServedPaper[]) {
    this.papers = papers;
    this.byId = new Map(papers.map((paper) => [paper.id, paper]));
  }

  /** Every paper whose first version was announced, at its newest announced version. */
  *shown(horizon: Horizon): Generator<Shown> {
    for (const paper of this.papers) {
      const shown = showAt(paper, horizon);
      if (shown) yield shown;
    }
  }

  /** One paper, at a version when one is asked for. */
  find(id: PaperId, horizon: Horizon, version?: number): Shown | undefined {
    const paper = this.byId.get(id);
    return paper && showAt(paper, horizon, version);
  }
}

function showAt(paper: ServedPaper, horizon: Horizon, wanted?: number): Shown | undefined {
  const announced = paper.versions.filter((version) => version.announced <= horizon);
  const version = wanted ? announced.find((v) => v.version === wanted) : announced.at(-1);
  return version && { paper, version, categories: categoriesAt(paper, horizon) };
}

export function categoriesAt(paper: ServedPaper, horizon: Horizon): string[] {
  const added = (paper.crossListed ?? []).filter((cross) => cross.announced <= horizon);
  return [...paper.categories, ...added.map((cross) => cross.category)];
}
