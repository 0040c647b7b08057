import { describe, expect, it } from 'vitest';
import { planForms } from '../query/month-forms.ts';
import { formLines } from './form-lines.ts';

const month = (index: number) => ({
  month: `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  papers: 3_000,
  bytes: 6e6,
});
const plan = (count: number) =>
  planForms(
    Array.from({ length: count }, (_, index) => month(index)),
    900e6,
  );

describe('formLines', () => {
  it('says until when every month keeps its pages', () => {
    const state = formLines('en', plan(6))[0]?.[1];
    expect(state).toMatch(/^every month has all its pages; .* around \w+ 2021$/);
  });

  it('says since when, and how many months are kept shorter', () => {
    const [en, size] = formLines('en', plan(40)).map(([, text]) => text);
    expect(en).toMatch(
      /^all pages since \w+ 202\d; \d+ months in short form, \d+ as data files alone$/,
    );
    expect(size).toMatch(/MB of 855/);
    const zh = formLines('zh', plan(40))[0]?.[1];
    expect(zh).toMatch(/^202\d年\d+月 起有全部页面/);
  });

  it('says since when days have their JSON', () => {
    expect(formLines('en', plan(2))[2]?.[1]).toBe('of every day');
    expect(formLines('en', plan(12))[2]?.[1]).toMatch(
      /^since July 2020; whole records before that/,
    );
    expect(formLines('zh', plan(12))[2]?.[1]).toMatch(/^2020年7月 起/);
  });

  it('says which papers the SQLite file holds', () => {
    expect(formLines('en', plan(12))[3]).toEqual(['SQLite file', 'every paper']);
    expect(formLines('en', plan(13))[3]?.[1]).toMatch(
      /^papers since February 2020; .* every paper$/,
    );
    expect(formLines('zh', plan(13))[3]?.[1]).toMatch(/^2020年2月 起的论文/);
  });

  it('promises nothing while no month has ended', () => {
    expect(formLines('en', plan(1))[0]?.[1]).toBe('every month has all its pages');
  });
});
