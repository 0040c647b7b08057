import type { Facts } from './facts.ts';
import { button, element } from './element.ts';
import {
  DIMENSIONS,
  isFiltering,
  NO_FILTER,
  toggleValue,
  type Dimension,
  type FilterState,
} from './filter-state.ts';
import { feedPart } from './feed-part.ts';
import { sayFilters } from './say-filters.ts';
import type { Counts } from './sift.ts';
import type { ValueNames } from './value-names.ts';

export interface PanelParts {
  names: ValueNames;
  papers: readonly Facts[];
  /** Whether this list can be shown by topic. */
  canGroup: boolean;
  isGrouped: (state: FilterState) => boolean;
  onChange: (state: FilterState) => void;
  onClose: () => void;
  /** Citation counts are not there yet, and are asked for when the most cited are to come first. */
  countsLater: boolean;
  /** Loads whole abstracts where the list has none; left out where they are there. */
  onAbstracts?: () => Promise<void>;
}

const PAUSE_MS = 150;

/** The sheet of filters below the bar that stays: over the list, so that opening it moves nothing. */
export class Panel {
  /** Takes no room in the page. */
  readonly box = element('div', { class: 'sift-place' });
  private readonly sheet = element('div', { class: 'sift', role: 'group', id: 'filters' });
  private readonly parts: PanelParts;
  private state: FilterState;
  private readonly numbers = new Map<string, HTMLElement>();
  private readonly boxes = new Map<string, HTMLInputElement>();
  private readonly totals = new Map<Dimension, HTMLElement>();
  private readonly fields = new Map<'q' | 'without', HTMLInputElement>();
  private readonly result = element('output', { 'aria-live': 'polite' });
  private readonly feed: ReturnType<typeof feedPart>;
  private timer = 0;

  constructor(parts: PanelParts, state: FilterState, counts: Counts) {
    this.parts = parts;
    this.state = state;
    this.feed = feedPart(parts.names.names, parts.papers, (dimension) => sayFilters(dimension));
    this.sheet.ariaLabel = sayFilters('filters');
    this.box.append(this.sheet);
    this.sheet.append(
      this.words(),
      ...(['topic', 'facet', 'category', 'venue'] as const).map((name) =>
        this.values(name, counts),
      ),
      this.choices(counts),
      this.feed.box,
      element(
        'p',
        { class: 'sift-foot' },
        this.result,
        button(sayFilters('clear'), () =>
          this.change({ ...NO_FILTER, grouped: this.state.grouped }),
        ),
        button(sayFilters('close'), parts.onClose),
      ),
    );
    this.box.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') parts.onClose();
    });
  }

  /** A sentence above everything. */
  warn(sentence: string): void {
    this.sheet.prepend(element('p', { class: 'notice' }, sentence));
  }

  focus(): void {
    this.fields.get('q')?.focus();
  }

  /** Shows a state and its counts. @param shown papers that fit @param all papers of the list */
  show(state: FilterState, counts: Counts, shown: number, all: number): void {
    this.state = state;
    for (const [name, field] of this.fields)
      if (document.activeElement !== field) field.value = state[name];
    for (const name of DIMENSIONS) {
      const chosen = state.chosen[name];
      const total = this.totals.get(name);
      if (total) total.textContent = chosen.length > 0 ? String(chosen.length) : '';
      for (const [value, n] of counts[name]) {
        const number = this.numbers.get(`${name} ${value}`);
        if (number) number.textContent = String(n);
        const box = this.boxes.get(`${name} ${value}`);
        if (!box) continue;
        box.checked = chosen.includes(value);
        box.closest('label')?.classList.toggle('none', n === 0 && !box.checked);
      }
    }
    for (const input of this.box.querySelectorAll<HTMLInputElement>('input[type=radio]'))
      input.checked =
        input.name === 'order'
          ? input.value === state.order
          : (input.value === 'topic') === this.parts.isGrouped(state);
    this.result.textContent = isFiltering(state)
      ? sayFilters('shown', { n: shown, all })
      : sayFilters('countAll', { n: all });
    this.feed.show(state);
  }

  private change(state: FilterState): void {
    this.state = state;
    this.parts.onChange(state);
  }

  private words(): HTMLElement {
    const field = (name: 'q' | 'without', label: string) => {
      const input = element('input', {
        type: 'search',
        name,
        autocomplete: 'off',
        autocapitalize: 'none',
        spellcheck: 'false',
        maxlength: '300',
        placeholder: sayFilters('wordsHint'),
      });
      input.value = this.state[name];
      input.addEventListener('input', () => {
        clearTimeout(this.timer);
        this.timer = window.setTimeout(
          () => this.change({ ...this.state, [name]: input.value }),
          PAUSE_MS,
        );
      });
      this.fields.set(name, input);
      return element('label', {}, element('span', {}, label), input);
    };
    const { onAbstracts } = this.parts;
    const row = element(
      'div',
      { class: 'sift-words' },
      field('q', sayFilters('words')),
      field('without', sayFilters('without')),
    );
    if (onAbstracts) {
      const note = element('p', { class: 'quiet' }, `${sayFilters('briefs')} `);
      const ask = button(sayFilters('abstracts'), () => {
        ask.disabled = true;
        ask.textContent = sayFilters('loading');
        onAbstracts().then(
          () => note.remove(),
          () => {
            ask.disabled = false;
            ask.textContent = sayFilters('abstracts');
            note.firstChild?.replaceWith(`${sayFilters('failed')} `);
          },
        );
      });
      note.append(ask);
      row.append(note);
    }
    return row;
  }

  /** One dimension: its values with what each would show. Nothing when the list has no choice of it. */
  private values(name: Dimension, counts: Counts): HTMLElement {
    const total = element('b');
    this.totals.set(name, total);
    const details = element(
      'details',
      { class: 'sift-values' },
      element('summary', {}, sayFilters(name), ' ', total),
    );
    details.open = name === 'topic' || this.state.chosen[name].length > 0;
    details.hidden = counts[name].size === 0;
    const values = this.parts.names.order(name, counts[name]);
    if (name === 'facet') {
      for (const [group, of] of Map.groupBy(values, (value) => value.split('/')[0] ?? ''))
        details.append(this.list(name, of, this.groupName(group)));
    } else details.append(this.list(name, values, sayFilters(name), true));
    return details;
  }

  private groupName(group: string): string {
    const facet = this.parts.names.names.facets.find(({ id }) => id === group);
    return facet?.name[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'] ?? group;
  }

  private list(name: Dimension, values: string[], legend: string, unseen = false): HTMLElement {
    return element(
      'fieldset',
      {},
      element('legend', unseen ? { class: 'unseen' } : {}, legend),
      ...values.map((value) => this.option(name, value)),
    );
  }

  private option(name: Dimension, value: string): HTMLElement {
    const box = element('input', { type: 'checkbox', name, value });
    box.checked = this.state.chosen[name].includes(value);
    box.addEventListener('change', () => this.change(toggleValue(this.state, name, value)));
    const number = element('b');
    this.boxes.set(`${name} ${value}`, box);
    this.numbers.set(`${name} ${value}`, number);
    return element('label', {}, box, element('span', {}, this.parts.names.of(name, value)), number);
  }

  private choices(counts: Counts): HTMLElement {
    const row = element('div', { class: 'sift-choices' });
    if (counts.code.size > 0) row.append(this.option('code', 'yes'));
    const { papers, countsLater } = this.parts;
    const cited = countsLater || papers.some(({ citations }) => citations !== null);
    const order = this.radios('order', sayFilters('order'), [
      ['newest', sayFilters('newest')],
      ['citations', sayFilters('citations')],
    ]);
    const last = order.querySelector<HTMLInputElement>('[value=citations]');
    if (!cited && last) {
      last.disabled = true;
      const label = last.closest('label');
      if (label) label.title = sayFilters('citationsUnknown');
    }
    row.append(order);
    if (this.parts.canGroup)
      row.append(
        this.radios('group', sayFilters('list'), [
          ['none', sayFilters('flat')],
          ['topic', sayFilters('grouped')],
        ]),
      );
    return row;
  }

  private radios(name: string, legend: string, options: [string, string][]): HTMLElement {
    const set = element('fieldset', { class: 'sift-radios' }, element('legend', {}, legend));
    for (const [value, words] of options) {
      const input = element('input', { type: 'radio', name, value });
      input.addEventListener('change', () =>
        this.change(
          name === 'order'
            ? { ...this.state, order: value === 'citations' ? 'citations' : 'newest' }
            : { ...this.state, grouped: value === 'topic' },
        ),
      );
      set.append(element('label', {}, input, element('span', {}, words)));
    }
    return set;
  }
}
