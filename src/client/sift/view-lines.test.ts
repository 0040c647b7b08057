import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Facts } from './facts.ts';
import { NO_FILTER, toggleValue, type FilterState } from './filter-state.ts';
import type { FilterNames } from './names.ts';
import { viewLines } from './view-lines.ts';

const both = (name: string) => ({ en: name, zh: name });
const names: FilterNames = {
  groups: [{ id: 'see', name: both('See') }],
  topics: [{ id: 'vla', name: both('VLA'), group: 'act', categories: ['cs.RO'] }],
  facets: [
    {
      id: 'robot',
      name: both('Robot'),
      entries: [{ id: 'arm', name: both('arm'), phrases: ['robot arm', 'manipulator'] }],
    },
  ],
};
const papers = ['Grasping with skin', 'A grasp'].map((text, n): Facts => ({
  id: String(n),
  topic: [],
  facet: [],
  category: [],
  venue: [],
  code: [],
  text,
  citations: null,
}));
const lines = (state: FilterState) => viewLines(state, names, papers);

describe('the lines for config.yaml', () => {
  it('hold the words as whole words, and what is not wanted', () => {
    const { lines: text, leftOut } = lines({ ...NO_FILTER, q: 'grasp', without: 'skin' });
    const [topic] = parse(text);
    expect(topic).toMatchObject({
      group: 'see',
      include: ['grasp', 'grasping'],
      exclude: ['skin'],
    });
    expect(leftOut).toEqual([]);
  });

  it('take a layer and categories from the topic, and say what is left out', () => {
    const state = toggleValue(
      toggleValue({ ...NO_FILTER, q: 'grasp' }, 'topic', 'vla'),
      'code',
      'yes',
    );
    const { lines: text, leftOut } = lines(state);
    expect(parse(text)[0]).toMatchObject({ group: 'act', categories: ['cs.RO'] });
    expect(leftOut).toEqual(['topic', 'code']);
  });

  it('take the phrases of what is mentioned when there are no words', () => {
    const state = toggleValue(NO_FILTER, 'facet', 'robot/arm');
    expect(parse(lines(state).lines)[0].include).toEqual(['robot arm', 'manipulator']);
    expect(lines({ ...state, q: 'grasp' }).leftOut).toEqual(['facet']);
  });

  it('are not there for a view without phrases; a topic alone has its feed', () => {
    expect(lines(toggleValue(NO_FILTER, 'code', 'yes')).lines).toBe('');
    expect(lines(toggleValue(NO_FILTER, 'topic', 'vla')).isTopic).toBe('vla');
    expect(lines({ ...toggleValue(NO_FILTER, 'topic', 'vla'), without: 'x' }).isTopic).toBeNull();
  });
});
