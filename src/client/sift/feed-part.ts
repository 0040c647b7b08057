import { siteUrl } from '../site-url.ts';
import { button, element } from './element.ts';
import type { Facts } from './facts.ts';
import { isFiltering, type Dimension, type FilterState } from './filter-state.ts';
import type { FilterNames } from './names.ts';
import { sayFilters } from './say-filters.ts';
import { viewLines } from './view-lines.ts';

/** The lines of `config.yaml` that make the view a feed, worked out while they are open. */
export function feedPart(
  names: FilterNames,
  papers: readonly Facts[],
  nameOf: (dimension: Dimension) => string,
): { box: HTMLElement; show: (state: FilterState) => void } {
  const body = element('div');
  const box = element(
    'details',
    { class: 'sift-feed' },
    element('summary', {}, sayFilters('feed')),
    body,
  );
  let shown: FilterState | null = null;
  const draw = () => {
    if (!box.open || !shown) return;
    const { lines, leftOut, isTopic } = viewLines(shown, names, papers);
    if (isTopic !== null) {
      const href = siteUrl(`feeds/topics/${isTopic}.xml`);
      body.replaceChildren(
        element('p', {}, `${sayFilters('feedKnown')} `, element('a', { href }, href)),
      );
      return;
    }
    if (lines === '') {
      body.replaceChildren(element('p', {}, sayFilters('feedNeedsWords')));
      return;
    }
    const copy: HTMLButtonElement = button(sayFilters('copy'), () => {
      navigator.clipboard.writeText(lines).then(
        () => (copy.textContent = sayFilters('copied')),
        () => (copy.textContent = sayFilters('copyFailed')),
      );
    });
    body.replaceChildren(
      element('p', {}, sayFilters('feedLead')),
      element('pre', { tabindex: '0' }, lines),
      copy,
    );
    if (leftOut.length > 0)
      body.append(
        element(
          'p',
          { class: 'quiet' },
          sayFilters('feedLeftOut', { what: leftOut.map(nameOf).join(', ') }),
        ),
      );
  };
  box.addEventListener('toggle', draw);
  return {
    box,
    show(state) {
      shown = state;
      box.hidden = !isFiltering(state);
      draw();
    },
  };
}
