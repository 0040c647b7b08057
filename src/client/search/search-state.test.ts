import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markWords } from './found-row.ts';
import { asksNothing, filtersOf, readSearchState, searchAddress } from './search-state.ts';

describe('a search in the address', () => {
  it('comes back as it was', () => {
    const state = fc.record({
      query: fc.string({ maxLength: 100 }).map((q) => q.trim()),
      topic: fc.constantFrom('', 'vla', 'sim-to-real'),
      year: fc.constantFrom('', '2026'),
      category: fc.constantFrom('', 'cs.RO'),
      venue: fc.constantFrom('', 'CoRL', 'CoRL Workshop'),
      facet: fc.constantFrom('', 'robot/arm'),
      without: fc.constantFrom('', 'skin, "soft hand"'),
      code: fc.boolean(),
      order: fc.constantFrom('best' as const, 'newest' as const, 'citations' as const),
    });
    fc.assert(
      fc.property(state, (s) => {
        expect(readSearchState(new URLSearchParams(searchAddress(s)))).toEqual(s);
      }),
    );
  });

  it('leaves out what is the default', () => {
    const nothing = readSearchState(new URLSearchParams());
    expect(searchAddress(nothing)).toBe('');
    expect(asksNothing(nothing)).toBe(true);
  });

  it('asks something when only a filter is set', () => {
    const state = readSearchState(new URLSearchParams('topic=vla&code=yes'));
    expect(asksNothing(state)).toBe(false);
    expect(filtersOf(state)).toEqual({ topic: 'vla', code: 'yes' });
  });

  it('takes a strange order or a very long query without harm', () => {
    const state = readSearchState(new URLSearchParams(`order=x&q=${'a'.repeat(1_000)}`));
    expect(state.order).toBe('best');
    expect(state.query).toHaveLength(300);
  });
});

describe('words in a title', () => {
  it('are marked where they stand, whatever signs they hold', () => {
    expect(markWords('C++ for (Humanoid) robots', ['humanoid', 'c++', '('])).toEqual([
      { text: 'C++', marked: true },
      { text: ' for (', marked: false },
      { text: 'Humanoid', marked: true },
      { text: ') robots', marked: false },
    ]);
  });

  it('leave the title whole when nothing was typed', () => {
    expect(markWords('Title', [])).toEqual([{ text: 'Title', marked: false }]);
  });
});
