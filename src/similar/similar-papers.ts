/**
 * Similar papers of each paper, among those announced before it or on its day. So a new day changes no old paper's list,
 * and a day's cost follows the day. Texts are taken as first announced, and rarity is counted over the first 256, 1,024,
 * 4,096 … papers of the archive: what was computed once stays true.
 */
import type { Day, Paper, PaperId } from '../paper.ts';
import { textAsOf } from '../search/text-as-of.ts';
import { contentTerms } from './content-terms.ts';
import { Corpus, DEFAULT_LIMITS } from './corpus.ts';
import { PaperList, type ListedPaper, type SimilarPaper } from './paper-list.ts';
import { DamagedCache, sum256 } from './placed-file.ts';
import { readRarity, writeRarity } from './rarity-cache.ts';
import {
  keepDays,
  readDays,
  readLines,
  readVectors,
  type ComparedDay,
  type KeptDay,
} from './similar-cache.ts';
import { termBlock } from './term-block.ts';
import { TermCounts } from './term-counts.ts';
import { countTerms, termVector, type TermRarity } from './term-vector.ts';

/** The papers to compare: days oldest first, each with a key that changes when its papers do. */
export interface SimilarSource {
  days(): { date: Day; key: string }[];
  papersOf(date: Day): Paper[];
}

export interface SimilarReport {
  /** Similar papers of each paper of a day, the most similar first. */
  listsOf: (date: Day) => ReadonlyMap<PaperId, readonly SimilarPaper[]>;
  /** By day: changes when the list of any of its papers does. */
  keys: ReadonlyMap<Day, string>;
  computed: Day[];
}

const nameOfDay = ({ date, key }: { date: Day; key: string }): string => `${date} ${key}`;

const NO_RARITY: TermRarity = { papers: 0, counts: TermCounts.of(new Map()) };

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
 * the same lists, and so does a damaged one, whenever that shows.
 */
export function similarPapers(source: SimilarSource, cacheDir: string): SimilarReport {
  const chained = chainOf(source.days());
  const kept = readDays(cacheDir);
  const same = chained.findIndex(({ chain }, n) => kept[n]?.chain !== chain);
  const known = kept.slice(0, same < 0 ? chained.length : same);
  const compare = (from: KeptDay[]): Compared => {
    const compared = compareRest(source, { known: from, chained, cacheDir });
    if (from.length < chained.length || from.length < kept.length)
      keepDays(cacheDir, from, compared.rest);
    return compared;
  };
  let compared = unlessDamaged(
    () => compare(known),
    () => compare([]),
  );
  return {
    keys: compared.keys,
    computed: compared.rest.map(({ date }) => date),
    listsOf: (date) =>
      unlessDamaged(
        () => compared.listsOf(date),
        () => (compared = compare([])).listsOf(date),
      ),
  };
}

/** @param otherwise answers where the cache turns out to be damaged, without it */
function unlessDamaged<T>(answer: () => T, otherwise: () => T): T {
  try {
    return answer();
  } catch (error) {
    if (error instanceof DamagedCache) return otherwise();
    throw error;
  }
}

interface ChainedDay {
  date: Day;
  /** Changes when this day or any before it does. */
  chain: string;
}

function chainOf(days: readonly { date: Day; key: string }[]): ChainedDay[] {
  let chain = 'similar/1';
  return days.map(({ date, key }) => {
    chain = sum256(`${chain} ${date} ${key}`);
    return { date, chain };
  });
}

/** All days of the archive. @property rest those that were compared now */
interface Compared extends Pick<SimilarReport, 'keys' | 'listsOf'> {
  rest: ComparedDay[];
}

/** Compares the days after those that are known, one by one. Of these nothing is read before it is asked for. */
function compareRest(
  source: SimilarSource,
  { known, chained, cacheDir }: { known: KeptDay[]; chained: ChainedDay[]; cacheDir: string },
): Compared {
  const papers = new PaperList();
  for (const day of known) papers.add(day.papers, () => readLines(cacheDir, day));
  const shown = ({ similar }: ListedPaper): SimilarPaper[] =>
    similar.map((position) => papers.at(position).paper);

  const rest: ComparedDay[] = [];
  const after = chained.slice(known.length);
  const rarities = new Rarities(source, cacheDir);
  const corpus = new Corpus(() => readVectors(cacheDir, known));
  for (const { date, chain } of after) {
    const rarity = rarities.for(papers.length);
    const texts = source.papersOf(date);
    const block = termBlock(texts.map((paper) => termVector(termsOf(paper), rarity)));
    corpus.add(block);
    const nearest = corpus.nearestOfLast(DEFAULT_LIMITS);
    const listed = texts.map((paper, index): ListedPaper => {
      const { title } = textAsOf(paper, paper.announced);
      const similar = (nearest[index] ?? []).map(({ position }) => position);
      return { paper: { id: paper.id, title }, similar };
    });
    papers.add(listed.length, () => listed);
    rest.push({
      date,
      chain,
      key: sum256(JSON.stringify(listed.map(shown))),
      papers: listed,
      block,
    });
  }

  const numbers = new Map(chained.map(({ date }, n) => [date, n]));
  return {
    rest,
    keys: new Map([...known, ...rest].map(({ date, key }) => [date, key])),
    listsOf: (date) => {
      const listed = papers.ofDay(numbers.get(date) ?? -1);
      return new Map(listed.map((one) => [one.paper.id, shown(one)]));
    },
  };
}
