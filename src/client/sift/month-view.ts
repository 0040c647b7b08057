import { formatDate } from '../../i18n/dates.ts';
import { texText } from '../../render/tex-text.ts';
import { dayUrl, paperUrl, topicUrl } from '../../render/urls.ts';
import { siteBase } from '../site-url.ts';
import { shownLang } from '../say.ts';
import { button, element } from './element.ts';
import type { Facts } from './facts.ts';
import { isFiltering, type FilterState } from './filter-state.ts';
import type { ListView } from './rows-view.ts';
import { sayFilters } from './say-filters.ts';
import type { ValueNames } from './value-names.ts';

/** What the file of a month says of a paper, beside what is filtered by. */
export interface Brief {
  id: string;
  title: string;
  announced: string;
  authors: string[];
  author_count: number;
}

const isBrief = (value: unknown): value is Brief =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'title', 'announced'].every((key) => typeof Reflect.get(value, key) === 'string') &&
  Array.isArray(Reflect.get(value, 'authors'));

export const briefsOf = (values: readonly unknown[]): Brief[] => values.filter(isBrief);

const plain = (source: string): string =>
  texText(source, 0, source.length)
    .map((piece) => piece.text)
    .join('');

function authorsLine({ authors, author_count }: Brief): string {
  const hidden = author_count - authors.length;
  if (hidden <= 0) return authors.join(', ');
  return `${authors.slice(0, -1).join(', ')} … ${authors.at(-1) ?? ''} +\u202F${hidden}`;
}

/** Rows are made a hundred at a time: a month has thousands. */
const PAGE = 100;

/** A month lists its days; filtered, its papers, by day. */
export class MonthView implements ListView {
  private readonly briefs: readonly Brief[];
  private readonly names: ValueNames;
  private readonly base = siteBase();
  private readonly days = document.querySelector<HTMLElement>('.main .months');
  private readonly box = element('div', { class: 'month-papers' });
  private count = PAGE;

  constructor(briefs: readonly Brief[], names: ValueNames) {
    this.briefs = briefs;
    this.names = names;
    this.days?.after(this.box);
  }

  show(fits: ReadonlySet<string>, facts: ReadonlyMap<string, Facts>, state: FilterState): void {
    this.count = PAGE;
    const wanted = isFiltering(state) || state.order === 'citations';
    if (this.days) this.days.hidden = wanted;
    const found = wanted ? this.briefs.filter(({ id }) => fits.has(id)) : [];
    const cites = ({ id }: Brief) => facts.get(id)?.citations ?? -1;
    const cited = state.order === 'citations';
    this.draw(cited ? found.toSorted((a, b) => cites(b) - cites(a)) : found, facts, cited);
  }

  private draw(found: readonly Brief[], facts: ReadonlyMap<string, Facts>, flat: boolean): void {
    const part = found.slice(0, this.count);
    const days = flat ? new Map([['', part]]) : Map.groupBy(part, ({ announced }) => announced);
    const total = Map.groupBy(found, ({ announced }) => (flat ? '' : announced));
    this.box.replaceChildren(
      ...[...days].map(([day, papers]) =>
        element(
          'section',
          { class: day === '' ? 'lane' : 'lane of-day' },
          this.heading(day, total.get(day)?.length ?? 0),
          element('ol', { class: 'rows' }, ...papers.map((paper) => this.row(paper, facts))),
        ),
      ),
    );
    const rest = found.length - part.length;
    if (rest > 0)
      this.box.append(
        button(
          sayFilters('more', { n: Math.min(PAGE, rest) }),
          () => {
            this.count += PAGE;
            this.draw(found, facts, flat);
            document.dispatchEvent(new Event('relist'));
          },
          'more-rows',
        ),
      );
  }

  private heading(day: string, n: number): HTMLElement {
    if (day === '') return element('h2', {}, element('b', {}, sayFilters('citations')));
    const time = element('time', { datetime: day }, formatDate(shownLang(), day, 'weekday'));
    return element(
      'h2',
      {},
      element('a', { href: dayUrl(this.base, day) }, time),
      ' ',
      element('span', {}, String(n)),
    );
  }

  private row(paper: Brief, facts: ReadonlyMap<string, Facts>): HTMLElement {
    const { topic = [], venue = [] } = facts.get(paper.id) ?? {};
    const href = paperUrl(this.base, paper.id);
    const parts = [
      element('h3', { lang: 'en' }, element('a', { href }, plain(paper.title))),
      element('p', { class: 'by' }, authorsLine(paper)),
      element(
        'p',
        { class: 'tags' },
        ...venue.map((name) => element('b', { class: 'venue' }, name)),
        ...topic.map((id) =>
          element('a', { href: topicUrl(this.base, id) }, this.names.of('topic', id)),
        ),
      ),
    ];
    return element('li', { class: 'row', id: paper.id }, element('div', {}, ...parts));
  }
}
