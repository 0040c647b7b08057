/** What came since the reader's last visit: days, and how many papers of each topic. */
import { formatDate } from '../../i18n/dates.ts';
import { fill, type LabelValues } from '../../i18n/dictionary.ts';
import { since } from '../../i18n/since.ts';
import { dayUrl, topicUrl } from '../../render/urls.ts';
import { shownLang } from '../say.ts';
import { button, element } from '../sift/element.ts';
import { loadPapers, monthFile } from '../sift/load-facts.ts';
import { loadJson, loadNames } from '../sift/names.ts';
import { siteBase } from '../site-url.ts';
import type { Visit } from './marks.ts';
import type { MarksStore } from './marks-store.ts';
import { notice } from './notice.ts';

const say = (key: keyof (typeof since)['en'], values?: LabelValues): string =>
  fill(since[shownLang()][key], values);

export interface SinceDay {
  date: string;
  total: number;
}

/** The days after `last` with papers, newest first, from `/api/v1/days.json`. */
export function daysSince(index: unknown, last: string): SinceDay[] {
  const days: unknown =
    typeof index === 'object' && index !== null ? Reflect.get(index, 'days') : [];
  if (!Array.isArray(days)) return [];
  return days.filter(
    (day: unknown): day is SinceDay =>
      typeof day === 'object' &&
      day !== null &&
      String(Reflect.get(day, 'date')) > last &&
      Number(Reflect.get(day, 'total')) > 0,
  );
}

/** Papers per topic among those announced after `last`. */
export function topicsSince(papers: readonly unknown[], last: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const paper of papers) {
    if (typeof paper !== 'object' || paper === null) continue;
    const topics: unknown = Reflect.get(paper, 'topics');
    if (String(Reflect.get(paper, 'announced')) <= last || !Array.isArray(topics)) continue;
    for (const topic of topics)
      if (typeof topic === 'string') counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return counts;
}

/** Months to look into for topics: who was away for longer is told the days alone. */
const MOST_MONTHS = 3;

async function topicList(days: readonly SinceDay[], last: string): Promise<HTMLElement | null> {
  const months = [...new Set(days.map(({ date }) => date.slice(0, 7)))];
  if (months.length > MOST_MONTHS) return null;
  const [names, papers] = await Promise.all([loadNames(), loadPapers(months.map(monthFile))]);
  const counts = topicsSince(papers, last);
  const base = siteBase();
  const items = names.topics.flatMap(({ id, name }) => {
    const n = counts.get(id);
    if (n === undefined) return [];
    const link = element('a', { href: topicUrl(base, id) }, name[shownLang()]);
    return [element('li', {}, link, ' ', element('b', {}, String(n)))];
  });
  return element('ul', {}, ...items);
}

function dayList(days: readonly SinceDay[]): HTMLElement {
  const base = siteBase();
  const items = days.slice(0, 31).map(({ date, total }) => {
    const time = element('time', { datetime: date }, formatDate(shownLang(), date, 'weekday'));
    const link = element('a', { href: dayUrl(base, date) }, time);
    return element('li', {}, link, ' ', element('b', {}, String(total)));
  });
  return element('ul', {}, ...items);
}

/** Puts the line in its place, whose height is kept for it; the place stays as it is when the days cannot be had. */
export async function showSince(
  place: HTMLElement,
  store: MarksStore,
  visit: Visit,
  newest: string,
): Promise<void> {
  const days = daysSince(await loadJson('api/v1/days.json').catch(() => null), visit.last);
  if (days.length === 0) return;
  const before = [...place.childNodes];
  const n = days.reduce((sum, { total }) => sum + total, 0);
  const day = formatDate(shownLang(), visit.last, 'weekday');
  const line = say('since', { day, n: n, days: say('onDays', { n: days.length }) });
  const details = element('details', {}, element('summary', {}, line));
  const seen = button(say('seen'), () => {
    store.setVisit({ ...visit, last: newest, current: newest });
    place.replaceChildren(...before);
    notice(say('didSee'), {
      label: say('undo'),
      act: () => {
        store.setVisit(visit);
        place.replaceChildren(details);
      },
    });
  });
  details.append(element('div', {}, dayList(days), seen));
  details.addEventListener(
    'toggle',
    () => {
      topicList(days, visit.last).then(
        (list) => list && seen.before(list),
        () => seen.before(element('p', { class: 'quiet' }, say('topicsFailed'))),
      );
    },
    { once: true },
  );
  place.replaceChildren(details);
}
