import { button, element } from './element.ts';
import { DIMENSIONS, NO_FILTER, toggleValue, type FilterState } from './filter-state.ts';
import { sayFilters } from './say-filters.ts';
import type { ValueNames } from './value-names.ts';

/** What is chosen, each with its way back, in the line above the list. Empty when nothing is. */
export function chosenLine(
  state: FilterState,
  names: ValueNames,
  change: (state: FilterState) => void,
): HTMLElement[] {
  const back = (words: string, to: FilterState): HTMLElement => {
    const made = button(words, () => change(to));
    made.ariaLabel = sayFilters('remove', { what: words });
    return made;
  };
  const { q, without, grouped } = state;
  const parts = [
    ...(q.trim() === ''
      ? []
      : [back(sayFilters('with1', { words: q.trim() }), { ...state, q: '' })]),
    ...(without.trim() === ''
      ? []
      : [back(sayFilters('without1', { words: without.trim() }), { ...state, without: '' })]),
    ...DIMENSIONS.flatMap((name) =>
      state.chosen[name].map((value) =>
        back(names.of(name, value), toggleValue(state, name, value)),
      ),
    ),
  ];
  if (parts.length < 2) return parts;
  const clear = button(sayFilters('clear'), () => change({ ...NO_FILTER, grouped }), 'clear');
  return [...parts, element('span', {}, clear)];
}
