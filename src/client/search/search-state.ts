import type { SearchOrder } from './search-engine.ts';

/** What the reader asks for, as it stands in the address: a search can be shared and comes back with the back button. */
export interface SearchState {
  query: string;
  topic: string;
  year: string;
  category: string;
  /** As `findVenue` names it: `CoRL`. */
  venue: string;
  /** `group/id` */
  facet: string;
  /** Words or phrases, separated by commas: papers that have one are left out. */
  without: string;
  code: boolean;
  order: SearchOrder;
}

const ORDERS: readonly SearchOrder[] = ['best', 'newest', 'citations'];

export function readSearchState(params: URLSearchParams): SearchState {
  return {
    query: (params.get('q') ?? '').slice(0, 300),
    topic: params.get('topic') ?? '',
    year: params.get('year') ?? '',
    category: params.get('category') ?? '',
    venue: (params.get('venue') ?? '').slice(0, 100),
    facet: params.get('facet') ?? '',
    without: (params.get('without') ?? '').slice(0, 300),
    code: params.get('code') === 'yes',
    order: ORDERS.find((order) => order === params.get('order')) ?? 'best',
  };
}

/** The address that brings the state back; defaults are left out. Starts with `?`, or is empty. */
export function searchAddress(state: SearchState): string {
  const params = new URLSearchParams();
  if (state.query.trim() !== '') params.set('q', state.query.trim());
  if (state.topic !== '') params.set('topic', state.topic);
  for (const name of ['year', 'category', 'venue', 'facet'] as const)
    if (state[name] !== '') params.set(name, state[name]);
  if (state.without.trim() !== '') params.set('without', state.without.trim());
  if (state.code) params.set('code', 'yes');
  if (state.order !== 'best') params.set('order', state.order);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** What the index itself filters by. */
export function filtersOf({
  topic,
  year,
  category,
  facet,
  code,
}: SearchState): Record<string, string> {
  return {
    ...(topic === '' ? {} : { topic }),
    ...(year === '' ? {} : { year }),
    ...(category === '' ? {} : { category }),
    ...(facet === '' ? {} : { facet }),
    ...(code ? { code: 'yes' } : {}),
  };
}

/** Nothing was asked: the page shows its hint and no results. */
export const asksNothing = (state: SearchState): boolean =>
  state.query.trim() === '' && state.venue === '' && Object.keys(filtersOf(state)).length === 0;
