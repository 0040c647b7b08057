import { factsOfJson, factsOfRow, isObject, joinFacts, type Facts } from './facts.ts';
import { loadJson } from './names.ts';

/** Rows of the page, wherever they stand in it. */
export const listRows = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('.main .row'),
];

function listOf(value: unknown, key: string): unknown[] {
  const list: unknown = isObject(value) ? value[key] : null;
  return Array.isArray(list) ? list : [];
}

const listsOf = (value: unknown): unknown[] =>
  ['papers', 'updated'].flatMap((key) => listOf(value, key));

const AT_ONCE = 4;

/**
 * Reads papers from files of the site, a few at a time.
 * @throws when one of them cannot be had
 */
export async function loadPapers(files: readonly string[]): Promise<unknown[]> {
  const waiting = files.map((path, index) => ({ path, index }));
  const found: unknown[][] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      found[next.index] = listsOf(await loadJson(next.path));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return found.flat();
}

/** Adds what values of the JSON say to known papers. @param only papers that the list has; all when left out */
export function addFacts(
  known: Map<string, Facts>,
  values: readonly unknown[],
  only?: ReadonlySet<string>,
): void {
  for (const value of values) {
    const facts = factsOfJson(value);
    if (!facts || (only && !only.has(facts.id))) continue;
    const before = known.get(facts.id);
    known.set(facts.id, before ? joinFacts(before, facts) : facts);
  }
}

/** What the rows of the page state themselves. */
export const factsOfRows = (): Map<string, Facts> =>
  new Map(listRows().map((row) => [row.id, factsOfRow(row)]));

/** The files of the months in which papers of the page were announced. */
export function monthsOfRows(rows = listRows()): string[] {
  const dayOf = (row: Element) =>
    (row.querySelector('time') ?? row.closest('.of-day')?.querySelector('time'))?.dateTime ?? '';
  const months = rows.map((row) => dayOf(row).slice(0, 7));
  return [...new Set(months)].filter((month) => month !== '').map(monthFile);
}

export const monthFile = (month: string): string => `api/v1/months/${month}.json`;

/** Days of a list of several days, by whether the site has a file of their whole records: of old ones it has none. */
export async function filesOfDays(): Promise<{ files: string[]; absent: number }> {
  const shown = document.querySelectorAll<HTMLTimeElement>(
    '.of-day > h2 time, .main .months time, .saved time',
  );
  const days = [...new Set([...shown].map(({ dateTime }) => dateTime))];
  const here = new Set(datesOf(await loadJson('api/v1/days.json')));
  const found = days.filter((day) => here.has(day));
  return {
    files: found.map((day) => `api/v1/days/${day}.json`),
    absent: days.length - found.length,
  };
}

const datesOf = (index: unknown): unknown[] =>
  listOf(index, 'days').map((day) => isObject(day) && day['date']);
