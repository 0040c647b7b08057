import { describe, expect, it } from 'vitest';
import { HOSTILE_STRINGS } from '../../tests/hostile/strings.ts';
import type { RowEntry } from '../query/views.ts';
import type { RenderContext } from './context.ts';
import { renderRow } from './render-row.ts';

const english: RenderContext = {
  base: '/pulse/',
  lang: 'en',
  switchable: true,
  topicNames: new Map([['vla', { en: 'VLA models', zh: '视觉语言动作模型' }]]),
};
const chinese: RenderContext = { ...english, lang: 'zh', switchable: false };

const abstract = `A VLA model folds. ${'It waits until the cloth is still. '.repeat(20)}`;

function entry(paper: Partial<RowEntry['paper']> = {}, rest: Partial<RowEntry> = {}): RowEntry {
  return {
    paper: {
      id: '2611.01234',
      title: 'Folding laundry',
      abstract,
      authors: ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => ({ name })),
      categories: ['cs.RO', 'cs.LG'],
      primary_category: 'cs.RO',
      announced: '2026-11-24',
      links: [],
      ...paper,
    },
    topics: [{ topic: 'vla', phrase: 'VLA', place: 'abstract', start: 2, end: 5 }],
    venue: null,
    facets: [],
    lane: 'new',
    ...rest,
  };
}

const row = (given: RowEntry, context = english) =>
  renderRow(given, { abstract: 'opening' }, context).source;

describe('renderRow', () => {
  it('shows the first three authors, the last, and how many stand between', () => {
    expect(row(entry())).toContain('A, B, C … F <i>+&#8239;2</i>');
    expect(row(entry({ authors: ['A', 'B', 'C', 'D', 'E'].map((name) => ({ name })) }))).toContain(
      'A, B, C, D, E',
    );
  });

  it('says why: topic, phrase and place', () => {
    expect(row(entry())).toMatch(
      /<b data-topic=vla>VLA models<\/b> “VLA” <span data-t=inAbstract>in the abstract/,
    );
  });

  it('carries the opening of the abstract with its marks, and an ellipsis', () => {
    const source = row(entry());
    expect(source).toContain('A <mark>VLA</mark> model folds.');
    expect(source).toMatch(/still\. …<\/p>/);
    expect(source.length).toBeLessThan(1500);
  });

  it('holds all it shows in one element, which the browser may leave undrawn; rows are counted outside it', () => {
    expect(row(entry()).trim()).toMatch(/^<li class=row id=[^>]*>\s*<div>[^]*<\/div>$/);
  });

  it('drops a mark that lies beyond the opening', () => {
    const late = [
      { topic: 'vla', phrase: 'cloth', place: 'abstract' as const, start: 600, end: 605 },
    ];
    expect(row(entry({}, { topics: late }))).not.toContain('<mark>');
  });

  it('carries no abstract when it is not asked for, and stays small', () => {
    const source = renderRow(entry(), { abstract: 'none' }, english).source;
    expect(source).not.toContain('class=abs');
    expect(source.length).toBeLessThan(700);
  });

  it('carries no more than a sign that unfolds where the browser brings the rest', () => {
    const source = renderRow(entry(), { abstract: 'fetched' }, english).source;
    expect(source).toContain('<details><summary data-t=more>More</summary></details>');
    expect(source).not.toMatch(/class=(abs|links|why|facets|cats)/);
    expect(source).toContain('/topics/vla/');
  });

  it('names no other topic in a short list of one', () => {
    const source = renderRow(
      entry({}, { venue: { name: 'CoRL', year: 2026 } }),
      { abstract: 'none', topic: 'humanoid', alone: true },
      english,
    ).source;
    expect(source).not.toContain('/topics/');
    expect(source).toContain('CoRL 2026');
  });

  it('leaves out the topic whose page it stands on', () => {
    const source = renderRow(entry(), { abstract: 'none', topic: 'vla' }, english).source;
    expect(source).not.toContain('/topics/vla/');
  });

  it('is written in one language on a front page, and says which words are English', () => {
    const source = row(entry(), chinese);
    expect(source).toContain('视觉语言动作模型');
    expect(source).toContain('<h3 lang=en>');
    expect(source).not.toContain('data-t=');
  });

  it('shows venue, code and withdrawal as badges', () => {
    const source = row(
      entry(
        { withdrawn: true, links: [{ kind: 'code', url: 'https://github.com/a/b' }] },
        { venue: { name: 'CoRL', year: 2026 } },
      ),
    );
    expect(source).toContain('<b class=venue>CoRL 2026</b>');
    expect(source).toContain('<a class=has href=https://github.com/a/b>');
    expect(source).toContain('Withdrawn');
  });

  it('never links to anything but http(s), whatever the record holds', () => {
    for (const url of HOSTILE_STRINGS) {
      const hrefs = row(entry({ links: [{ kind: 'code', url }] })).match(/href=[^\s>]*/g) ?? [];
      expect(hrefs.length).toBeGreaterThan(0);
      for (const href of hrefs) expect(href).toMatch(/^href="?(?:https?:\/\/|\/pulse\/)/);
    }
  });
});
