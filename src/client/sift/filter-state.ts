/** What a filtered list shows, as it stands in the address: the search page and the form under /feeds/ use the same names. */
export const DIMENSIONS = ['topic', 'facet', 'category', 'venue', 'code'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export type ListOrder = 'newest' | 'citations';

export interface FilterState {
  /** Chosen values; several of one dimension are alternatives. A facet is `group/id`, code is `yes`. */
  chosen: Record<Dimension, readonly string[]>;
  /** Words or phrases, separated by commas: one of them must be there. */
  q: string;
  /** Words or phrases, separated by commas: none of them may be there. */
  without: string;
  order: ListOrder;
  /** `null`: as the reader likes lists to be. */
  grouped: boolean | null;
}

const MOST_VALUES = 30;
const LONGEST = 300;

export const NO_FILTER: FilterState = {
  chosen: { topic: [], facet: [], category: [], venue: [], code: [] },
  q: '',
  without: '',
  order: 'newest',
  grouped: null,
};

/** Reads the state from an address; what it does not know is left alone. */
export function readFilterState(params: URLSearchParams): FilterState {
  const values = (name: Dimension): string[] =>
    [...new Set(params.getAll(name).filter((value) => value !== ''))].slice(0, MOST_VALUES);
  const text = (name: string): string => (params.get(name) ?? '').slice(0, LONGEST);
  const group = params.get('group');
  return {
    chosen: {
      topic: values('topic'),
      facet: values('facet'),
      category: values('category'),
      venue: values('venue'),
      code: params.get('code') === 'yes' ? ['yes'] : [],
    },
    q: text('q'),
    without: text('without'),
    order: params.get('order') === 'citations' ? 'citations' : 'newest',
    grouped: group === 'topic' ? true : group === 'none' ? false : null,
  };
}

/** The query that brings the state back, without `?`; defaults are left out. */
export function filterQuery(state: FilterState): string {
  const params = new URLSearchParams();
  if (state.q.trim() !== '') params.set('q', state.q.trim());
  if (state.without.trim() !== '') params.set('without', state.without.trim());
  for (const name of DIMENSIONS) for (const value of state.chosen[name]) params.append(name, value);
  if (state.order === 'citations') params.set('order', 'citations');
  if (state.grouped !== null) params.set('group', state.grouped ? 'topic' : 'none');
  return params.toString();
}

/** The state with one value taken in, or out when it was chosen. */
export function toggleValue(state: FilterState, name: Dimension, value: string): FilterState {
  const known = state.chosen[name];
  const next = known.includes(value) ? known.filter((one) => one !== value) : [...known, value];
  return { ...state, chosen: { ...state.chosen, [name]: next } };
}

/** Whether papers may be left out; order and grouping leave none out. */
export const isFiltering = (state: FilterState): boolean =>
  DIMENSIONS.some((name) => state.chosen[name].length > 0) ||
  state.q.trim() !== '' ||
  state.without.trim() !== '';
