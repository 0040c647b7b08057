/** Papers of the last weeks as trends read them, kept between builds: a day parses only what it brought or replaced. */
import type { Day, PaperId } from '../../paper.ts';
import type { DerivedDb } from '../derived-db.ts';
import type { Entries } from '../entries.ts';
import { readKept, writeKept } from '../kept.ts';
import { BREAK, WrittenWords } from './written-words.ts';

export interface RecentPaper {
  id: PaperId;
  title: string;
  authors: { name: string }[];
  /** Title and abstract as numbers of written words; see `forms`. */
  words: Int32Array;
}

/** By the digest of a paper's record; words as base64, four bytes each. */
interface Kept {
  forms: string[];
  papers: Record<string, { id: PaperId; title: string; authors: string[]; words: string }>;
}

export class RecentPapers {
  readonly #file: string;
  readonly #key: string;
  readonly #db: Pick<DerivedDb, 'all'>;
  readonly #entries: Pick<Entries, 'one'>;
  readonly #kept: Kept;
  readonly #words: WrittenWords;
  /** Those that were asked for, by the digest of the record. */
  readonly #asked = new Map<string, RecentPaper>();

  /** @param key changes with the code that cuts words */
  constructor(
    file: string,
    key: string,
    { db, entries }: { db: Pick<DerivedDb, 'all'>; entries: Pick<Entries, 'one'> },
  ) {
    this.#file = file;
    this.#key = key;
    this.#db = db;
    this.#entries = entries;
    this.#kept = readKept<Kept>(file, key) ?? { forms: [], papers: {} };
    this.#words = new WrittenWords(this.#kept.forms);
  }

  /** Written words by number. */
  get forms(): readonly string[] {
    return this.#words.forms;
  }

  /** In the order of the day page. */
  ofDay(date: Day): RecentPaper[] {
    return this.#db
      .all('SELECT id, record FROM paper WHERE date = ? ORDER BY cross_listed, at', [date])
      .flatMap(([id, record]) => this.#paper(String(id), String(record)) ?? []);
  }

  /** Keeps those that were asked for, and no others, for the next build. */
  keep(): void {
    const { forms, papers } = withoutUnused(this.#words.forms, this.#asked);
    writeKept(this.#file, this.#key, { forms, papers });
  }

  #paper(id: PaperId, record: string): RecentPaper | null {
    const asked = this.#asked.get(record);
    if (asked) return asked;
    const known = this.#kept.papers[record];
    const paper = known ? fromKept(known) : this.#read(id);
    if (paper) this.#asked.set(record, paper);
    return paper;
  }

  #read(id: PaperId): RecentPaper | null {
    const paper = this.#entries.one(id)?.paper;
    if (!paper) return null;
    const authors = paper.authors.map(({ name }) => ({ name }));
    return { id, title: paper.title, authors, words: this.#words.of(paper) };
  }
}

function fromKept({ words, authors, ...paper }: Kept['papers'][string]): RecentPaper {
  const bytes = Buffer.from(words, 'base64');
  // A copy: what `Buffer` gives may begin anywhere.
  const numbers = new Int32Array(new Uint8Array(bytes).buffer);
  return { ...paper, authors: authors.map((name) => ({ name })), words: numbers };
}

/** Words that only older papers had lose their numbers, or the list would grow for ever. */
function withoutUnused(forms: readonly string[], papers: ReadonlyMap<string, RecentPaper>): Kept {
  const numbers = new Int32Array(forms.length).fill(-1);
  const used: string[] = [];
  const renumbered = (form: number): number => {
    if (form === BREAK) return BREAK;
    const known = numbers[form] ?? -1;
    return known >= 0 ? known : (numbers[form] = used.push(forms[form] ?? '') - 1);
  };
  const kept: Kept['papers'] = {};
  for (const [record, { words, authors, ...paper }] of papers) {
    const { buffer } = words.map(renumbered);
    const names = authors.map(({ name }) => name);
    kept[record] = { ...paper, authors: names, words: Buffer.from(buffer).toString('base64') };
  }
  return { forms: used, papers: kept };
}
