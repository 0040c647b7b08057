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
import { termBlock, type TermBlock } from './term-block.ts';
import { countTerms, termVector, type TermRarity } from './term-vector.ts';

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
  /** Similar papers of a paper, the most similar first. */
  listOf: (id: PaperId) => readonly SimilarPaper[];
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

/**
 * @param cacheDir holds vectors and lists of days that did not change, up to the first one that did; a cold cache gives
 * the same lists.
 */
export function similarPapers(source: SimilarSource, cacheDir: string): SimilarReport {
  const cached = readSimilarCache(cacheDir);
  const chained = chainOf(source.days());
  const same = chained.findIndex(({ date, chain }) => cached.days.get(date)?.chain !== chain);
  const known = chained
    .slice(0, same < 0 ? chained.length : same)
    .flatMap(({ date }) => cached.days.get(date) ?? []);
  if (known.length === chained.length && cached.days.size === known.length)
    return { ...report(known), computed: [] };

  const vectors = cached.vectors();
  const kept = vectors ? known : [];
  const blocks = kept.flatMap(({ date }) => vectors?.get(date) ?? []);
  const days = compareRest(source, { days: kept, blocks, chained }, new Rarities(source, cacheDir));
  writeSimilarCache(cacheDir, days, blocks);
  return { ...report(days), computed: chained.slice(kept.length).map(({ date }) => date) };
}

interface ChainedDay {
  date: Day;
  /** Changes when this day or any before it does. */
  chain: string;
}

function chainOf(days: readonly { date: Day; key: string }[]): ChainedDay[] {
  let chain = 'similar/1';
  return days.map(({ date, key }) => {
    chain = createHash('sha256').update(`${chain} ${date} ${key}`).digest('base64url');
    return { date, chain };
  });
}

/**
 * The days that are known with those after them, which are compared one by one.
 * @param blocks vectors of the known days; those of the others are added
 */
function compareRest(
  source: SimilarSource,
  {
    days: known,
    blocks,
    chained,
  }: { days: KnownDay[]; blocks: TermBlock[]; chained: ChainedDay[] },
  rarities: Rarities,
): KnownDay[] {
  const corpus = new Corpus();
  for (const block of blocks) corpus.add(block);
  const all: SimilarPaper[] = known.flatMap(({ papers }) => papers);
  const byId = new Map(all.map((paper) => [paper.id, paper]));
  const days = [...known];
  for (const { date, chain } of chained.slice(known.length)) {
    const rarity = rarities.for(all.length);
    const texts = source.papersOf(date);
    const papers = texts.map((paper) => ({
      id: paper.id,
      title: textAsOf(paper, paper.announced).title,
    }));
    const block = termBlock(texts.map((paper) => termVector(termsOf(paper), rarity)));
    corpus.add(block);
    blocks.push(block);
    for (const paper of papers) byId.set(paper.id, paper);
    all.push(...papers);
    const lists = corpus
      .nearestOfLast(DEFAULT_LIMITS)
      .map((neighbours) => neighbours.flatMap(({ position }) => all[position]?.id ?? []));
    const shown = lists.map((list) => list.map((id) => byId.get(id)));
    const key = createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
    days.push({ date, chain, papers, sizes: block.sizes, lists, key });
  }
  return days;
}

/** Lists are looked up when a page asks: a day asks for those of its own papers alone. */
function report(days: readonly KnownDay[]): Pick<SimilarReport, 'listOf' | 'keys'> {
  let known: Map<PaperId, { paper: SimilarPaper; list: PaperId[] }> | null = null;
  const read = () =>
    new Map(
      days.flatMap(({ papers, lists }) =>
        papers.map((paper, index) => [paper.id, { paper, list: lists[index] ?? [] }] as const),
      ),
    );
  return {
    keys: new Map(days.map(({ date, key }) => [date, key])),
    listOf: (id) => {
      const papers = (known ??= read());
      return papers.get(id)?.list.flatMap((one) => papers.get(one)?.paper ?? []) ?? [];
    },
  };
}
