import type { TunedPaper } from './assess.ts';
import { recentDays } from './recent.ts';

/** The papers of the recent announcement days of a site, and which days they are of. */
export interface RecentPapers {
  papers: TunedPaper[];
  from: string | null;
  to: string | null;
}

/** At once: as many as a browser opens to one host anyway. */
const AT_ONCE = 6;

/**
 * Reads the recent days of a site from its own JSON, oldest first.
 * @param base address of the site, with a slash at its end
 * @param tell how many days have come, of how many
 * @throws with the address, when a file cannot be had
 */
export async function loadPapers(
  base: string,
  tell: (done: number, of: number) => void = () => {},
  get: typeof fetch = fetch,
): Promise<RecentPapers> {
  const index = await readJson<{ days: { date: string }[] }>(`${base}api/v1/days.json`, get);
  const days = recentDays(index.days).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const perDay = new Map<string, TunedPaper[]>();
  const waiting = days.map(({ date }) => date);
  const work = async (): Promise<void> => {
    for (let date = waiting.shift(); date !== undefined; date = waiting.shift()) {
      const { papers } = await readJson<{ papers: TunedPaper[] }>(
        `${base}api/v1/days/${date}.json`,
        get,
      );
      perDay.set(
        date,
        papers.map(({ id, title, abstract, categories }) => ({ id, title, abstract, categories })),
      );
      tell(perDay.size, days.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return {
    papers: days.flatMap(({ date }) => perDay.get(date) ?? []),
    from: days[0]?.date ?? null,
    to: days.at(-1)?.date ?? null,
  };
}

/** The site's own files: their form is checked against their schema when they are written. */
async function readJson<T>(url: string, get: typeof fetch): Promise<T> {
  let answer: Response;
  try {
    answer = await get(url);
  } catch (cause) {
    throw new Error(url, { cause });
  }
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const found: T = await answer.json();
  return found;
}
