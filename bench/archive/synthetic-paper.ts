import type { EarlierVersion, Paper } from '../../src/paper.ts';
import { randomFrom, type Random } from './random.ts';
import type { PaperText } from './texts.ts';

/** New papers of a mailing day, and replacements: what arXiv announces in robotics and its neighbours. */
export const NEW_A_DAY = 150;
const REPLACEMENTS_PER_PAPER = 60 / NEW_A_DAY;

/** Of 128 real replacements 38 % changed title, abstract, authors or categories; the others only files or comment. */
const TEXT_CHANGES = 0.38;

const FIRST_DAY = Date.UTC(2021, 0, 4);

/** The date of a mailing day, counted from 0: every weekday, as bench archives know no holidays. */
export function mailingDate(index: number): string {
  const days = Math.floor(index / 5) * 7 + (index % 5);
  return new Date(FIRST_DAY + days * 86_400_000).toISOString().slice(0, 10);
}

export interface Plan {
  seed: number;
  texts: readonly PaperText[];
  /** The archive reaches up to and with this mailing day: what is replaced later is not known yet. */
  lastDay: number;
}

/** Days after its announcement on which a paper is replaced, oldest first: most within weeks, some after months. */
export function replacementDays(index: number, seed: number): number[] {
  const random = randomFrom(seed * 7_919 + index * 2 + 1);
  const days: number[] = [];
  while (random.next() < REPLACEMENTS_PER_PAPER / (1 + REPLACEMENTS_PER_PAPER) && days.length < 5) {
    days.push((days.at(-1) ?? 0) + 1 + Math.floor(-25 * Math.log(1 - random.next())));
  }
  return days;
}

/** A paper as the archive of `plan.lastDay` holds it: the same index and seed always give the same paper. */
export function syntheticPaper(index: number, plan: Plan): Paper {
  const day = Math.floor(index / NEW_A_DAY);
  const random = randomFrom(plan.seed * 104_729 + index * 2);
  const text = random.pick(plan.texts);
  const replaced = replacementDays(index, plan.seed)
    .map((after) => day + after)
    .filter((on) => on <= plan.lastDay);
  const { history, abstract } = versionsOf(text.abstract, replaced, random);
  const announced = mailingDate(day);
  return {
    id: idOf(index, day),
    version: history.length + 1,
    title: text.title,
    abstract,
    authors: text.authors.map((name) => ({ name })),
    categories: text.categories,
    primary_category: text.categories[0] ?? 'cs.RO',
    submitted: `${dayBefore(day)}T09:${String(index % 60).padStart(2, '0')}:00Z`,
    updated: `${dayBefore(replaced.at(-1) ?? day)}T10:00:00Z`,
    announced,
    announced_from: 'feed',
    first_seen: announced,
    comment: text.comment,
    journal_ref: null,
    doi: null,
    links:
      index % 3 === 0 ? [{ kind: 'code', url: `https://github.com/example/project-${index}` }] : [],
    history,
  };
}

/**
 * The earlier versions and the abstract of the newest. What a version said stays as it was: a later replacement only
 * adds to the history.
 */
function versionsOf(
  first: string,
  replaced: readonly number[],
  random: Random,
): { history: EarlierVersion[]; abstract: string } {
  let abstract = first;
  let submitted: number | null = null;
  const history = replaced.map((on, number): EarlierVersion => {
    const version = number + 1;
    const earlier: EarlierVersion = {
      version,
      updated: submitted === null ? null : `${dayBefore(submitted)}T10:00:00Z`,
      replaced: mailingDate(on),
    };
    submitted = on;
    if (random.next() >= TEXT_CHANGES) return earlier;
    const before = abstract;
    abstract += ` Version ${version + 1} adds results.`;
    return { ...earlier, abstract: before };
  });
  return { history, abstract };
}

function dayBefore(day: number): string {
  return mailingDate(Math.max(0, day - 1));
}

/** Numbered within the month of its announcement, as arXiv does. */
function idOf(index: number, day: number): string {
  const month = mailingDate(day).slice(0, 7);
  let first = day;
  while (first > 0 && mailingDate(first - 1).startsWith(month)) first -= 1;
  const number = (day - first) * NEW_A_DAY + (index % NEW_A_DAY) + 1;
  return `${month.slice(2, 4)}${month.slice(5)}.${String(number).padStart(5, '0')}`;
}
