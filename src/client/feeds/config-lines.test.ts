import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../config/parse-config.ts';
import { configLines, readPhrases } from './config-lines.ts';

const file = (lines: string) => `
site: { title: Sample }
arxiv: { categories: { cs.RO: all } }
groups: [{ id: decision, name: Decision }]
topics:
  - { id: another, name: Another, group: decision, include: [another thing] }
${lines}`;

describe('configLines', () => {
  it('are a topic that config.yaml takes as it stands', () => {
    const lines = configLines(
      {
        phrases: readPhrases('tactile sensing, "soft: hand"'),
        without: ['skin'],
        within: { id: 'x', group: 'decision', categories: ['cs.RO'] },
      },
      'none',
    );
    const topic = parseConfig(file(lines), 'config.yaml').topics.at(-1);
    expect(topic).toMatchObject({
      id: 'soft-hand',
      group: 'decision',
      include: ['soft: hand', 'tactile sensing'],
      exclude: ['skin'],
      categories: ['cs.RO'],
    });
  });

  it('are none without a phrase', () => {
    expect(configLines({ phrases: readPhrases(' , '), without: ['a'], within: null }, 'x')).toBe(
      '',
    );
  });

  it('are taken whatever words the reader types', () => {
    const word = fc.stringMatching(/^[a-z0-9:#&*!%@`{}[\]|>-]{2,12} [a-z]{2,8}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 3 }), (words) => {
        const phrases = readPhrases(words.join(','));
        const lines = configLines({ phrases, without: [], within: null }, 'decision');
        expect(parseConfig(file(lines), 'config.yaml').topics.at(-1)?.include).toEqual(phrases);
      }),
      { numRuns: 40 },
    );
  });
});
