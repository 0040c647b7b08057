import { describe, expect, it } from 'vitest';
import { setOf } from './oai-channel.ts';

describe('the set of a category', () => {
  it.each([
    ['cs.RO', 'cs:cs:RO'],
    ['eess.SY', 'eess:eess:SY'],
    ['math.OC', 'math:math:OC'],
    ['q-bio.NC', 'q-bio:q-bio:NC'],
    ['stat.ML', 'stat:stat:ML'],
    ['hep-ph', 'physics:hep-ph'],
    ['math-ph', 'physics:math-ph'],
    ['astro-ph.IM', 'physics:astro-ph:IM'],
    ['physics.med-ph', 'physics:physics:med-ph'],
    ['cond-mat.mes-hall', 'physics:cond-mat:mes-hall'],
  ])('%s is %s', (category, set) => {
    expect(setOf(category)).toBe(set);
  });
});
