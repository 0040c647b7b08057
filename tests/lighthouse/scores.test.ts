import { describe, expect, it } from 'vitest';
import { median, pagesOf, table } from './scores.ts';

describe('median', () => {
  it('is the middle one, and the lower of two', () => {
    expect(median([100, 96, 99])).toBe(99);
    expect(median([100, 98])).toBe(98);
  });

  it('refuses nothing', () => {
    expect(() => median([])).toThrow('median of nothing');
  });
});

describe('pagesOf', () => {
  const files: Record<string, unknown> = {
    'api/v1/days.json': { days: [{ date: '2026-11-24' }] },
    'api/v1/days/2026-11-24.json': {
      papers: [
        { id: '1', topics: [] },
        { id: '2611.00002', topics: [{ topic: 'vla' }] },
      ],
    },
  };

  it('takes the newest day, a paper of it and that paper’s topic', () => {
    expect(pagesOf((path) => files[path])).toMatchObject({
      day: 'days/2026-11-24/',
      topic: 'topics/vla/',
      paper: 'papers/2611.00002/',
    });
  });

  it('says that an empty site cannot be measured', () => {
    expect(() => pagesOf(() => ({ days: [] }))).toThrow('no announcement day');
  });
});

describe('table', () => {
  it('lists pages, then what did not pass', () => {
    const text = table(['seo'], [{ name: 'home', medians: [98], failed: ['canonical'] }]);
    expect(text.split('\n')).toEqual([
      '| page | seo |',
      '| --- | --- |',
      '| home | 98 |',
      '',
      'home: canonical',
    ]);
  });
});
