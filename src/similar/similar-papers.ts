/**
 * Similar papers of each paper, among those announced before it or on its day. So a new day changes no old paper's list,
 * and a day's cost follows the day. Texts are taken as first announced, and rarity is counted over the first 256, 1,024,
 * 4,096 … papers of the archive: what was computed once stays true.
 */
import { createHash } from 'node:crypto';
import type { Day, Paper, PaperId } from '../paper.ts';
import { textAsOf } from '../search/text-as-of.ts';
import { contentTerms } from './content-terms.ts';
import { Corpus, DEFAULT_LIMITS } from './corpus.ts';
import { readSimilarCache, writeSimilarCache, type KnownDay } from './similar-cache.ts';
import { countTerms, termVector, type TermRarity, type TermVector } from './term-vector.ts';

/** The papers to compare: days oldest first, each with a key that changes when its papers do. */
export interface SimilarSource {
  days(): { date: Day; key: string }[];
  papersOf(date: Day): Paper[];
}

export type SimilarLists = ReadonlyMap<PaperId, readonly PaperId[]>;

export interface SimilarReport {
  lists: SimilarLists;
  computed: Day[];
}

const NO_RARITY: TermRarity = { papers: 0, counts: new Map() };

const termsOf = (paper: Paper): Map<string, number> => {
  const { title, abstract } = textAsOf(paper, paper.announced);
  return contentTerms(title, abstract);
};

/** The number of papers over which rarity is counted for a paper that has `before` papers before its day. */
export function rarityBasis(before: number): number {
  let basis = 0;
  for (let size = 256; size <= before; size *= 4) basis = size;
  return basis;
}

class Rarities {
  private readonly known = new Map<number, TermRarity>();
  private readonly source: SimilarSource;
  constructor(source: SimilarSource) {
    this.source = source;
  }

  for(before: number): TermRarity {
    const basis = rarityBasis(before);
    if (basis === 0) return NO_RARITY;
    const rarity = this.known.get(basis) ?? countTerms(this.first(basis));
    this.known.set(basis, rarity);
    return rarity;
  }

  private *first(count: number): Generator<Map<string, number>> {
    let left = count;
    for (const { date } of this.source.days())
      for (const paper of this.source.papersOf(date)) {
        if (left-- === 0) return;
        yield termsOf(paper);
      }
  }
}

function computeDay(
  papers: readonly Paper[],
  ids: readonly PaperId[],
  corpus: Corpus,
  rarity: TermRarity,
) {
  const vectors: TermVector[] = papers.map((paper) => termVector(termsOf(paper), rarity));
  corpus.add(vectors);
  const lists = corpus
    .nearestOfLast(vectors.length, DEFAULT_LIMITS)
    .map((neighbours) => neighbours.flatMap(({ position }) => ids[position] ?? []));
  return { vectors, lists };
}

/**
 * @param cacheDir holds vectors and lists of days that did not change, up to the first one that did; a cold cache gives
 * the same lists.
 */
export function similarPapers(source: SimilarSource, cacheDir: string): SimilarReport {
  const cached = readSimilarCache(cacheDir);
  const rarities = new Rarities(source);
  const corpus = new Corpus();
  const ids: PaperId[] = [];
  const lists = new Map<PaperId, readonly PaperId[]>();
  const days: KnownDay[] = [];
  const computed: Day[] = [];
  let chain = 'similar/1';
  for (const { date, key } of source.days()) {
    chain = createHash('sha256').update(`${chain} ${date} ${key}`).digest('base64url');
    const before = ids.length;
    const known = cached.get(date);
    let day: KnownDay;
    if (known?.chain === chain) {
      day = known;
      ids.push(...day.ids);
      corpus.add(day.vectors);
    } else {
      const papers = source.papersOf(date);
      ids.push(...papers.map((paper) => paper.id));
      day = {
        date,
        chain,
        ids: ids.slice(before),
        ...computeDay(papers, ids, corpus, rarities.for(before)),
      };
      computed.push(date);
    }
    days.push(day);
    for (const [i, id] of day.ids.entries()) lists.set(id, day.lists[i] ?? []);
  }
  if (computed.length > 0 || cached.size !== days.length) writeSimilarCache(cacheDir, days);
  return { lists, computed };
}
