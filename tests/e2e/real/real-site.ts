import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { hasRealRecords } from '../../real-records.ts';
import { pageKinds } from '../site-test.ts';

/** What its JSON says of a paper, as far as scenarios ask. */
export interface RealPaper {
  id: string;
  title: string;
  abstract: string;
  authors: { name: string }[];
  categories: string[];
  topics: { topic: string; phrase: string }[];
  facets: { group: string; id: string }[];
  venue: { name: string } | null;
  links: { kind: string }[];
  lane: 'new' | 'cross';
  history: { title?: string; abstract?: string }[];
}

/** The built site of the real records, and what its own JSON says. */
export interface RealSite {
  dir: string;
  /** Address of a page, by its path below the base. */
  at: (path: string) => string;
  /** Days that the record holds, newest first. */
  days: string[];
  papersOn: (day: string) => RealPaper[];
  /** The day with most papers, and these. */
  day: string;
  papers: RealPaper[];
  /** A paper whose title and abstract changed. */
  revised: RealPaper;
  /** One of each kind of page. */
  kinds: Record<RealKind, string>;
}

type RealKind = Exclude<keyof typeof pageKinds, 'newsMonth' | 'newsMonthZh'>;

/** Kinds of page; a month of news is not among them, for the real records are papers. */
export const realKinds = Object.keys(pageKinds).filter(
  (kind): kind is RealKind => !kind.startsWith('newsMonth'),
);

/** Skips the test that asks, with a message, where the real records are not. */
export const needRealRecords = (): void =>
  test.skip(!hasRealRecords, 'the real records are not here');

let known: RealSite | undefined;

/** The site as `build.ts` left it; read once a worker. */
export function realSite(): RealSite {
  known ??= read(process.env['E2E_REAL_DIR'] ?? '');
  return known;
}

const must = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`the real records hold no ${what}`);
  return value;
};

function read(dir: string): RealSite {
  const names = (folder: string): string[] => readdirSync(join(dir, folder)).sort();
  const of = new Map<string, RealPaper[]>(
    names('days').map((day) => [
      day,
      JSON.parse(readFileSync(join(dir, `api/v1/days/${day}.json`), 'utf8')).papers,
    ]),
  );
  const days = [...of.keys()].toReversed();
  const bySize = [...of].toSorted(([, a], [, b]) => b.length - a.length);
  const [day, papers] = must(
    bySize.find(([, on]) => on.length > 60),
    'day of sixty papers',
  );
  const [mixed] = must(
    bySize.find(([, on]) => on.some(({ lane }) => lane === 'cross')),
    'day with cross-lists',
  );
  const revised = must(
    [...of.values()].flat().find(({ history }) => history.some((v) => v.title && v.abstract)),
    'paper whose title and abstract changed',
  );
  const month = day.slice(0, 7);
  const shelf = must(names('author')[0], 'author with three papers');
  const kinds = {
    ...pageKinds,
    day: `days/${day}/`,
    crowded: `days/${mixed}/`,
    busy: `days/${days.at(-1)}/`,
    month: `months/${month}/`,
    topicMonth: `topics/manipulation/${month}/`,
    paper: `papers/${papers[0]?.id}/`,
    revised: `papers/${revised.id}/`,
    search: 'search/?q=grasping',
    searchZh: 'zh/search/?q=grasping',
    author: `author/${shelf}/`,
    week: `week/${names('week').at(-2)}/`,
  };
  return {
    dir,
    at: (path) => new URL(path, process.env['E2E_REAL_URL']).href,
    days,
    papersOn: (on) => of.get(on) ?? [],
    day,
    papers,
    revised,
    kinds,
  };
}
