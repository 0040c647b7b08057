/** The search page: what the reader types becomes results as it is typed, and an address that can be shared. */
import { formatDate } from '../../i18n/dates.ts';
import { fill } from '../../i18n/dictionary.ts';
import { search } from '../../i18n/search.ts';
import { segmentQuery } from '../../search/chinese-words.ts';
import { readPhrases } from '../feeds/config-lines.ts';
import { shownLang } from '../say.ts';
import { foundRow } from './found-row.ts';
import { loadSearchEngine } from './load-search-engine.ts';
import type { SearchAnswer, SearchEngine } from './search-engine.ts';
import {
  asksNothing,
  filtersOf,
  readSearchState,
  searchAddress,
  type SearchState,
} from './search-state.ts';

const PAGE = 20;
/** Long enough that a word is not searched letter by letter, short enough not to be felt. */
const PAUSE_MS = 60;

interface Parts {
  form: HTMLFormElement;
  field: HTMLInputElement;
  state: HTMLElement;
  list: HTMLElement;
  more: HTMLButtonElement;
  older: HTMLButtonElement;
}

function findParts(): Parts | null {
  const form = document.querySelector<HTMLFormElement>('form.search');
  const field = form?.querySelector<HTMLInputElement>('[name=q]');
  const state = document.querySelector<HTMLElement>('.search-state');
  const list = document.querySelector<HTMLElement>('#found');
  const more = document.querySelector<HTMLButtonElement>('.more-results');
  const older = document.querySelector<HTMLButtonElement>('.older');
  return form && field && state && list && more && older
    ? { form, field, state, list, more, older }
    : null;
}

class SearchPage {
  private readonly parts: Parts;
  private readonly lang = shownLang();
  private readonly words = search[shownLang()];
  private readonly base: string;
  private readonly topicNames: Map<string, string>;
  private engine: Promise<SearchEngine> | null = null;
  private answer: SearchAnswer | null = null;
  private shown = 0;
  private turn = 0;
  private runs = 0;
  private timer = 0;

  constructor(parts: Parts) {
    this.parts = parts;
    this.base = parts.form.dataset['base'] ?? '/';
    this.topicNames = new Map(
      [...parts.form.querySelectorAll<HTMLOptionElement>('[name=topic] option')]
        .filter(({ value }) => value !== '')
        .map(({ value, text }) => [value, text]),
    );
  }

  start(): void {
    const { form, field, more, older } = this.parts;
    const asked = readSearchState(new URLSearchParams(location.search));
    // What was typed before the script came is searched, and stays.
    this.show(asksNothing(asked) ? this.read() : asked);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.changed(0);
    });
    form.addEventListener('input', () => this.changed(PAUSE_MS));
    field.addEventListener('focus', () => void this.load().catch(() => undefined), { once: true });
    addEventListener('popstate', () =>
      this.show(readSearchState(new URLSearchParams(location.search))),
    );
    more.addEventListener('click', () => void this.draw(this.shown + PAGE));
    older.addEventListener(
      'click',
      () => void this.run(this.read(), (this.answer?.results.length ?? 0) + PAGE),
    );
  }

  private load(): Promise<SearchEngine> {
    this.engine ??= loadSearchEngine(this.base).catch((error: unknown) => {
      this.engine = null;
      throw error;
    });
    return this.engine;
  }

  private read(): SearchState {
    const data = new FormData(this.parts.form);
    const params = new URLSearchParams();
    for (const [key, value] of data) if (typeof value === 'string') params.set(key, value);
    return readSearchState(params);
  }

  private show(state: SearchState): void {
    const { form, field } = this.parts;
    field.value = state.query;
    for (const [name, value] of Object.entries({
      topic: state.topic,
      year: state.year,
      order: state.order,
      category: state.category,
      venue: state.venue,
      facet: state.facet,
    })) {
      const select = form.querySelector<HTMLSelectElement>(`[name=${name}]`);
      if (select) select.value = [...select.options].some((o) => o.value === value) ? value : '';
    }
    const code = form.querySelector<HTMLInputElement>('[name=code]');
    if (code) code.checked = state.code;
    const without = form.querySelector<HTMLInputElement>('[name=without]');
    if (without) without.value = state.without;
    void this.run(this.read(), PAGE);
  }

  private changed(pause: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const state = this.read();
      history.replaceState(null, '', location.pathname + searchAddress(state));
      void this.run(state, PAGE);
    }, pause);
  }

  private async run(state: SearchState, enough: number): Promise<void> {
    const { state: line, list, more, older } = this.parts;
    const run = (this.runs += 1);
    if (asksNothing(state)) {
      this.turn += 1;
      this.answer = null;
      line.textContent = '';
      list.replaceChildren();
      more.hidden = older.hidden = true;
      return;
    }
    if (!this.answer) line.textContent = fill(this.words.searchWorking);
    try {
      const engine = await this.load();
      await engine.search(
        {
          query: segmentQuery(state.query),
          order: state.order,
          filters: filtersOf(state),
          venue: state.venue,
          without: readPhrases(state.without),
          enough,
        },
        (answer) => {
          if (run !== this.runs) return; // the reader has typed on, or cleared the field
          this.answer = answer;
          void this.draw(Math.max(PAGE, Math.min(enough, answer.results.length)));
        },
      );
    } catch (error) {
      console.warn(error);
      if (run === this.runs) line.textContent = fill(this.words.searchFailed);
    }
  }

  /** Draws the first `count` results; an answer that was overtaken while its texts were loading is dropped. */
  private async draw(count: number): Promise<void> {
    const { answer } = this;
    if (!answer) return;
    const turn = (this.turn += 1);
    const found = await Promise.all(
      answer.results
        .slice(0, count)
        .map(async (result) => ({ ...(await result.data()), ...answer.facts.get(result.id) })),
    );
    if (turn !== this.turn) return;
    const { state: line, list, more, older } = this.parts;
    const context = {
      base: this.base,
      lang: this.lang,
      topicNames: this.topicNames,
      words: answer.request.query.replaceAll('"', ' ').split(/\s+/),
    };
    // A paper and its replacement may both be found: the newer text comes first and stands for both.
    const once = [
      ...new Map(found.toReversed().map((data) => [data.url, data])).values(),
    ].toReversed();
    list.replaceChildren(...once.map((data) => foundRow(data, context)));
    document.dispatchEvent(new Event('relist'));
    this.shown = count;
    const from = formatDate(this.lang, answer.searchedFrom, 'month');
    const n = answer.results.length;
    const said = fill(n === 0 ? this.words.searchNothing : this.words.searchFound, { n, from });
    const unknown = answer.request.order === 'citations' && !knowsCitations(answer);
    line.textContent = unknown ? `${said} ${fill(this.words.searchUncited)}` : said;
    more.hidden = n <= count;
    older.hidden = answer.unsearched === 0;
    older.textContent = fill(this.words.searchOlder, { n: answer.unsearched });
  }
}

const knowsCitations = ({ facts }: SearchAnswer): boolean =>
  [...facts.values()].some(({ cited }) => cited !== undefined);

export function startSearchPage(): void {
  const parts = findParts();
  if (parts) new SearchPage(parts).start();
}
