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
import { readRarity, writeRarity } from './rarity-cache.ts';
import { readSimilarCache, writeSimilarCache, type KnownDay } from './similar-cache.ts';
import { countTerms, termVector, type TermRarity, type TermVector } from './term-vector.ts';

/** The papers to compare: days oldest first, each with a key that changes when its papers do. */
export interface SimilarSource {
  days(): { date: Day; key: string }[];
  papersOf(date: Day): Paper[];
}

/** A paper to point at, by the title under which it was announced. */
export interface SimilarPaper {
  id: PaperId;
  title: string;
}

export interface SimilarReport {
  lists: ReadonlyMap<PaperId, readonly SimilarPaper[]>;
  /** By day: changes when the list of any of its papers does. */
  keys: ReadonlyMap<Day, string>;
  computed: Day[];
}

const nameOfDay = ({ date, key }: { date: Day; key: string }): string => `${date} ${key}`;

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
  private readonly cacheDir: string;
  constructor(source: SimilarSource, cacheDir: string) {
    this.source = source;
    this.cacheDir = cacheDir;
  }

  for(before: number): TermRarity {
    const basis = rarityBasis(before);
    if (basis === 0) return NO_RARITY;
    const rarity = this.known.get(basis) ?? this.kept(basis) ?? this.count(basis);
    this.known.set(basis, rarity);
    return rarity;
  }

  private kept(basis: number): TermRarity | null {
    return readRarity(this.cacheDir, basis, this.source.days().map(nameOfDay));
  }

  private count(basis: number): TermRarity {
    const counted: string[] = [];
    const rarity = countTerms(this.first(basis, counted));
    writeRarity(this.cacheDir, basis, counted, rarity);
    return rarity;
  }

  /** @param counted takes the days whose papers are read */
  private *first(count: number, counted: string[]): Generator<Map<string, number>> {
    let left = count;
    for (const day of this.source.days()) {
      if (left === 0) return;
      counted.push(nameOfDay(day));
      for (const paper of this.source.papersOf(day.date)) {
        if (left === 0) return;
        left -= 1;
        yield termsOf(paper);
      }
    }
  }
}

function computeDay(
  papers: readonly Paper[],
  all: readonly SimilarPaper[],
  corpus: Corpus,
  rarity: TermRarity,
) {
  const vectors: TermVector[] = papers.map((paper) => termVector(termsOf(paper), rarity));
  corpus.add(vectors);
  const lists = corpus
    .nearestOfLast(vectors.length, DEFAULT_LIMITS)
    .map((neighbours) => neighbours.flatMap(({ position }) => all[position]?.id ?? []));
  return { vectors, lists };
}

/**
 * @param cacheDir holds vectors and lists of days that did not change, up to the first one that did; a cold cache gives
 * the same lists.
 */
export function similarPapers(source: SimilarSource, cacheDir: string): SimilarReport {
  const cached = readSimilarCache(cacheDir);
  const rarities = new Rarities(source, cacheDir);
  const corpus = new Corpus();
  const all: SimilarPaper[] = [];
  const days: KnownDay[] = [];
  const computed: Day[] = [];
  let chain = 'similar/1';
  for (const { date, key } of source.days()) {
    chain = createHash('sha256').update(`${chain} ${date} ${key}`).digest('base64url');
    const before = all.length;
    const known = cached.get(date);
    let day: KnownDay;
    if (known?.chain === chain) {
      day = known;
      all.push(...day.papers);
      corpus.add(day.vectors);
    } else {
      const papers = source.papersOf(date);
      all.push(
        ...papers.map((paper) => ({ id: paper.id, title: textAsOf(paper, paper.announced).title })),
      );
      const found = computeDay(papers, all, corpus, rarities.for(before));
      day = { date, chain, papers: all.slice(before), ...found };
      computed.push(date);
    }
    days.push(day);
  }
  if (computed.length > 0 || cached.size !== days.length) writeSimilarCache(cacheDir, days);
  return { ...listsOf(days, all), computed };
}

function listsOf(
  days: readonly KnownDay[],
  all: readonly SimilarPaper[],
): Pick<SimilarReport, 'lists' | 'keys'> {
  const byId = new Map(all.map((paper) => [paper.id, paper]));
  const lists = new Map<PaperId, readonly SimilarPaper[]>();
  const keys = new Map<Day, string>();
  for (const { date, papers, lists: ids } of days) {
    const refs = ids.map((list) => list.flatMap((id) => byId.get(id) ?? []));
    for (const [i, { id }] of papers.entries()) lists.set(id, refs[i] ?? []);
    keys.set(date, createHash('sha256').update(JSON.stringify(refs)).digest('base64url'));
  }
  return { lists, keys };
}
