import styles from './sift.css?url';
import { showBanner } from '../banner.ts';
import { loadStyle } from '../load-style.ts';
import { readPreference, storePreference } from '../preference.ts';
import { chosenLine } from './chosen-line.ts';
import { element } from './element.ts';
import type { Facts } from './facts.ts';
import { filterQuery, isFiltering, readFilterState, type FilterState } from './filter-state.ts';
import {
  addFacts,
  factsOfRows,
  filesOfDays,
  listRows,
  loadPapers,
  monthsOfRows,
} from './load-facts.ts';
import { briefsOf, MonthView } from './month-view.ts';
import { loadNames } from './names.ts';
import { Panel } from './panel.ts';
import { nothingLine, RowsView, type ListView } from './rows-view.ts';
import { SavedView } from './saved-view.ts';
import { sayFilters } from './say-filters.ts';
import { sift } from './sift.ts';
import { ValueNames } from './value-names.ts';

/** What a list is: the button that opens its filters says it. */
type Kind = 'day' | 'topic' | 'topic-month' | 'month' | 'saved';

const isKind = (word: string | undefined): word is Kind =>
  ['day', 'topic', 'topic-month', 'month', 'saved'].includes(word ?? '');

const isCited = ({ citations }: Facts): boolean => citations !== null;

/** Filters of one list: from the address to the rows and back. */
export class Sifter {
  private readonly opener: HTMLButtonElement;
  private readonly kind: Kind;
  private readonly facts: Map<string, Facts>;
  private readonly names: ValueNames;
  private readonly view: ListView;
  /** Whole records are not at hand: words are looked for in what the page shows. */
  private readonly partial: boolean;
  private readonly chosen = element('p', { class: 'chosen', role: 'status' });
  private readonly place = document.querySelector<HTMLElement>('[data-progress]');
  private readonly total: ChildNode[];
  private state = readFilterState(new URLSearchParams(location.search));
  private panel: Panel | null = null;
  /** The newest papers of a topic: their file holds no citation counts, those of their months do. */
  private counting: 'later' | 'now' | 'done';
  /** Asked before rows are put in another order: their days say the months. */
  private readonly months = monthsOfRows();

  private constructor(
    opener: HTMLButtonElement,
    kind: Kind,
    loaded: { facts: Map<string, Facts>; names: ValueNames; view: ListView; partial: boolean },
  ) {
    this.opener = opener;
    this.kind = kind;
    this.facts = loaded.facts;
    this.names = loaded.names;
    this.view = loaded.view;
    this.partial = loaded.partial;
    this.counting = kind === 'topic' ? 'later' : 'done';
    this.total = [...(this.place?.childNodes ?? [])];
    opener.closest('.turn')?.after(this.chosen);
    addEventListener('popstate', () => {
      this.state = readFilterState(new URLSearchParams(location.search));
      this.apply();
    });
    document.addEventListener('redrawn', () => void this.takeIn());
    this.apply();
  }

  /**
   * Loads what the list's filters need and applies the address.
   * @throws when the names or the style sheet cannot be had, or a month's papers
   */
  static async load(opener: HTMLButtonElement): Promise<Sifter> {
    const { list, files = '' } = opener.dataset;
    const kind = isKind(list) ? list : 'day';
    const paths = kind === 'saved' ? monthsOfRows() : files.split(' ').filter(Boolean);
    const loading = loadPapers(paths).catch((error: unknown) => {
      if (kind === 'month') throw error;
      console.warn(error);
      return null;
    });
    const [names, values] = await Promise.all([
      loadNames().then((found) => new ValueNames(found)),
      loading,
      loadStyle(styles),
    ]);
    const facts = factsOfRows();
    addFacts(facts, values ?? [], kind === 'month' ? undefined : new Set(facts.keys()));
    const view =
      kind === 'month'
        ? new MonthView(briefsOf(values ?? []), names)
        : kind === 'saved'
          ? new SavedView()
          : new RowsView(names);
    // An old day names the brief file of its month.
    const brief = kind === 'day' && paths.some((path) => path.includes('/months/'));
    return new Sifter(opener, kind, { facts, names, view, partial: brief || values === null });
  }

  toggle(): void {
    if (this.panel?.box.isConnected) this.close();
    else this.open();
  }

  private open(): void {
    this.panel ??= this.makePanel();
    this.opener.closest('.turn')?.after(this.panel.box);
    this.opener.setAttribute('aria-expanded', 'true');
    this.apply();
    this.panel.focus();
  }

  private close(): void {
    this.panel?.box.remove();
    this.opener.setAttribute('aria-expanded', 'false');
    this.opener.focus({ preventScroll: true });
  }

  private makePanel(): Panel {
    const briefs = ['month', 'topic-month', 'saved'].includes(this.kind);
    const panel = new Panel(
      {
        names: this.names,
        papers: [...this.facts.values()],
        canGroup: this.kind === 'day',
        countsLater: this.counting !== 'done',
        isGrouped: (state) => this.isGrouped(state),
        onChange: (state) => this.change(state),
        onClose: () => this.close(),
        ...(briefs && { onAbstracts: () => this.readAbstracts() }),
      },
      this.state,
      sift(this.facts.values(), this.state).counts,
    );
    if (this.partial) panel.warn(sayFilters('partial'));
    document.addEventListener('click', ({ target }) => {
      const outside =
        target instanceof Node &&
        target.isConnected &&
        !panel.box.contains(target) &&
        !this.opener.contains(target) &&
        !this.chosen.contains(target);
      if (outside && panel.box.isConnected) this.close();
    });
    return panel;
  }

  /** Papers that came to the saved list meanwhile: the files of their months say what they are filtered by. */
  private async takeIn(): Promise<void> {
    const fresh = listRows().filter(({ id }) => !this.facts.has(id));
    this.apply();
    if (fresh.length === 0) return;
    const values = await loadPapers(monthsOfRows(fresh)).catch((error: unknown) => {
      console.warn(error);
      return [];
    });
    addFacts(this.facts, values, new Set(fresh.map(({ id }) => id)));
    // One that is closed is made anew, with what these papers can be filtered by.
    if (this.panel?.box.isConnected === false) this.panel = null;
    this.apply();
  }

  private async readAbstracts(): Promise<void> {
    const { files, absent } = await filesOfDays();
    addFacts(this.facts, await loadPapers(files), new Set(this.facts.keys()));
    if (absent > 0) this.panel?.warn(sayFilters('partial'));
    this.apply();
  }

  /** The list is put in order when its counts are there; that there are none is said. */
  private async readCounts(): Promise<void> {
    this.counting = 'now';
    try {
      addFacts(this.facts, await loadPapers(this.months), new Set(this.facts.keys()));
      this.counting = 'done';
      this.apply();
    } catch (error) {
      console.warn(error);
      this.counting = 'later';
      showBanner(sayFilters('countsFailed'));
    }
  }

  private isGrouped({ grouped }: FilterState): boolean {
    return this.kind === 'day' && (grouped ?? readPreference('group') === 'topic');
  }

  private change(asked: FilterState): void {
    if (asked.grouped !== this.state.grouped)
      storePreference('group', asked.grouped === true ? 'topic' : null);
    this.state = { ...asked, grouped: asked.grouped === true ? true : null };
    const query = filterQuery(this.state);
    history.replaceState(
      history.state,
      '',
      location.pathname + (query === '' ? '' : `?${query}`) + location.hash,
    );
    this.apply();
    this.toTop();
  }

  private apply(): void {
    const { state } = this;
    if (state.order === 'citations' && this.counting === 'later') void this.readCounts();
    for (const [id, facts] of factsOfRows()) if (!this.facts.has(id)) this.facts.set(id, facts);
    const papers = this.listed();
    const { fits, counts } = sift(papers, state);
    this.view.show(fits, this.facts, state, this.isGrouped(state));
    const filtering = isFiltering(state);
    const counted = { n: fits.size, all: papers.length };
    const parts = chosenLine(state, this.names, (next) => this.change(next));
    this.chosen.replaceChildren(
      ...(filtering ? [element('b', {}, sayFilters('shown', counted)), ...parts] : []),
      ...(state.order === 'citations' && this.counting === 'done' && !papers.some(isCited)
        ? [element('span', { class: 'empty' }, sayFilters('citationsUnknown'))]
        : []),
      ...(fits.size === 0 && filtering ? [element('span', { class: 'empty' }, nothingLine())] : []),
    );
    this.opener.toggleAttribute('data-on', filtering);
    if (filtering) this.place?.replaceChildren(sayFilters('bar', counted));
    else this.place?.replaceChildren(...this.total);
    this.panel?.show(state, counts, fits.size, papers.length);
    document.dispatchEvent(new Event('relist'));
  }

  /** The papers of the list as it stands: the saved list may have lost some. */
  private listed(): Facts[] {
    if (this.kind !== 'saved') return [...this.facts.values()];
    return [...factsOfRows().keys()].flatMap((id) => this.facts.get(id) ?? []);
  }

  /** The list got shorter: its beginning comes into sight when the reader was further down. */
  private toTop(): void {
    const bar = this.opener.closest('.turn');
    if (!bar) return;
    const above = this.chosen.getBoundingClientRect().top - bar.getBoundingClientRect().bottom;
    if (above < 0) scrollBy({ top: above });
  }
}
