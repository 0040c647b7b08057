/** Whether two feeds tell one story: the same page, or nearly the same headline within days. */
import type { NewsItem } from '../records/news-item.ts';
import { canonicalLink } from '../sources/news/canonical-link.ts';
import { addDays } from '../calendar/eastern-time.ts';

/** Days between two tellings of a story at most. */
export const DAYS_APART = 3;
/** Of the words of both headlines together, how many both must have. */
const SHARED = 0.85;
/** Headlines of fewer words are too often the same by chance: “Weekly update”. */
const LEAST_WORDS = 4;

/** Known stories, found by link or by headline. */
export class Stories {
  readonly #byLink = new Map<string, NewsItem>();
  readonly #byDay = new Map<string, Map<string, NewsItem>>();
  /** Words of each headline, told apart once. */
  readonly #words = new WeakMap<NewsItem, ReadonlySet<string>>();

  constructor(items: Iterable<NewsItem>) {
    for (const item of items) this.put(item);
  }

  /** Adds a story, or puts a changed record in its place. */
  put(item: NewsItem): void {
    for (const { url } of item.told) this.#byLink.set(canonicalLink(url) ?? url, item);
    const day = item.published.slice(0, 10);
    const ofDay = this.#byDay.get(day) ?? new Map<string, NewsItem>();
    ofDay.set(item.id, item);
    this.#byDay.set(day, ofDay);
  }

  /** The story that lies under a link. */
  byLink(url: string): NewsItem | undefined {
    return this.#byLink.get(canonicalLink(url) ?? url);
  }

  /** The story of nearly this headline that another source told around this day; of several the earliest. */
  byHeadline(title: string, day: string, source: string): NewsItem | undefined {
    const words = wordsOf(title);
    if (words.size < LEAST_WORDS) return undefined;
    for (let n = -DAYS_APART; n <= DAYS_APART; n += 1) {
      for (const item of this.#byDay.get(addDays(day, n))?.values() ?? []) {
        const other = item.told.every((telling) => telling.source !== source);
        if (other && overlap(words, this.#wordsOf(item)) >= SHARED) return item;
      }
    }
    return undefined;
  }

  #wordsOf(item: NewsItem): ReadonlySet<string> {
    const known = this.#words.get(item) ?? wordsOf(item.title);
    this.#words.set(item, known);
    return known;
  }
}

/** Words of a headline; of Chinese, which has no spaces, pairs of characters. */
function wordsOf(title: string): Set<string> {
  const words = title.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.flatMap((word) => (/\p{Script=Han}/u.test(word) ? pairs(word) : [word])));
}

function pairs(word: string): string[] {
  const letters = Array.from(word);
  return letters.length < 2
    ? letters
    : letters.slice(1).map((letter, i) => `${letters[i] ?? ''}${letter}`);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  // of two sets this different in size, no overlap reaches the measure
  if (Math.min(a.size, b.size) < SHARED * Math.max(a.size, b.size)) return 0;
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return both / (a.size + b.size - both);
}
