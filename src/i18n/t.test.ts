import { describe, expect, it } from 'vitest';
import { browser } from './browser.ts';
import { citation } from './citation.ts';
import { fill, type Label } from './dictionary.ts';
import { frame } from './frame.ts';
import { health } from './health.ts';
import { list } from './list.ts';
import { pages } from './pages.ts';
import { paper } from './paper.ts';
import { search } from './search.ts';
import { t } from './t.ts';

const areas = [frame, list, paper, pages, browser, citation, search];
/** Used by its page alone, so its keys may be those of other areas. */
const ofOnePage = [health];
const pairs = [...areas, ...ofOnePage].flatMap((area) =>
  Object.entries<Label>(area.en).map(([key, en]): [string, Label, Label] => [
    key,
    en,
    (area.zh as Record<string, Label>)[key] ?? '',
  ]),
);
const sentences = (label: Label): string[] => (typeof label === 'string' ? [label] : [...label]);
const placeholders = (label: Label) =>
  [...new Set(sentences(label).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

describe('labels', () => {
  it.each(pairs)('%s takes the same values in both languages', (_, en, zh) => {
    expect(placeholders(zh)).toEqual(placeholders(en));
  });

  it.each(pairs)('%s is written with Chinese punctuation in Chinese', (_, _en, zh) => {
    for (const text of sentences(zh))
      expect(text).not.toMatch(/[\u4e00-\u9fff][,;:?!()]|[,;:?!(][\u4e00-\u9fff]/);
  });

  it('has no key twice: an area would hide the label of another', () => {
    const keys = areas.flatMap((area) => Object.keys(area.en));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe('t', () => {
  it('chooses the plural by n and groups digits', () => {
    expect(t('en', 'papers', { n: 1 })).toBe('1 paper');
    expect(t('en', 'papers', { n: 12345 })).toBe('12,345 papers');
    expect(t('zh', 'papers', { n: 1 })).toBe('1 篇');
  });
});

describe('fill', () => {
  it('leaves a placeholder without value in sight', () => {
    expect(fill('{a} of {b}', { a: 'x' })).toBe('x of {b}');
  });
});
