import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError } from './config-error.ts';
import { parseConfig } from './parse-config.ts';

const folder = `${import.meta.dirname}/fixtures/errors`;

function problems(text: string): ConfigError {
  try {
    parseConfig(text, 'config.yaml');
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('expected the text to be refused');
}

describe('a config that is wrong is refused with every mistake, its place and its remedy', () => {
  const cases = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  it.each(cases)('%s', async (file) => {
    const { message } = problems(readFileSync(`${folder}/${file}`, 'utf8'));
    await expect(`${message}\n`).toMatchFileSnapshot(`${folder}/${file.replace(/yaml$/, 'txt')}`);
  });

  it('gives line and column of the value, or of the key when the key is wrong', () => {
    const { problems: found } = problems(
      'site: { title: A, titel: B }\narxiv: { categories: { cs.RO: none } }\ntopics: x\n',
    );
    expect(found.map(({ line, column, path }) => [line, column, path])).toEqual([
      [1, 19, 'site.titel'],
      [2, 31, 'arxiv.categories["cs.RO"]'],
      [3, 9, 'topics'],
    ]);
  });

  it('refuses a file of more than a megabyte before reading it', () => {
    expect(problems('#'.repeat(1_000_001)).message).toContain('at most 1000000 bytes');
  });

  it('does not run out of time or memory on nested aliases', () => {
    const bomb = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: &c [*b, *b]'].join('\n');
    expect(problems(bomb).message).toContain('aliases');
  });
});

const minimal = `site:
  title: Side channels daily
arxiv:
  categories: { cs.CR: all, cs.AR: matching }
topics:
  - id: power-analysis
    name: { en: Power analysis, zh: 功耗分析 }
    include: [power analysis, side channel]
  - { id: fuzzing, name: Fuzzing, include: [fuzzing, no, "2601.10"], exclude: [fuzzy logic] }
`;

describe('a config of ten lines is enough', () => {
  const config = parseConfig(minimal, 'config.yaml');

  it('takes one name for both languages, or one for each', () => {
    expect(config.site.title).toEqual({ en: 'Side channels daily', zh: 'Side channels daily' });
    expect(config.topics[0]?.name).toEqual({ en: 'Power analysis', zh: '功耗分析' });
  });

  it('puts topics without layers into one', () => {
    expect(config.groups).toEqual([{ id: 'topics', name: { en: 'Topics', zh: '主题' } }]);
    expect(config.topics.map(({ group }) => group)).toEqual(['topics', 'topics']);
  });

  it('leaves every word as it is written', () => {
    expect(config.topics[1]?.include).toEqual(['fuzzing', 'no', '2601.10']);
  });

  it('fills in every other section', () => {
    expect(config).toMatchObject({
      site: { language: 'en', budget_mb: 900 },
      arxiv: { page_size: 200, lookback_days: 8, weekly_lookback_days: 35, catch_up_days: 14 },
      facets: [],
      news: { sources: [] },
      jobs: { github: [], greenhouse: [], lever: [], file: 'data/jobs.yaml' },
      datasets: { huggingface: { tags: [], search: [] }, file: 'data/datasets.yaml' },
      citations: { enabled: true },
      summaries: { enabled: false },
      search: { enabled: true },
      feeds: { items: 100, days: 7 },
      endpoints: { arxiv_api_url: 'https://export.arxiv.org/api/query' },
    });
  });
});

it('a topic gets the context that it names', () => {
  const text = minimal
    .replace('topics:', 'contexts: { chips: { categories: [cs.AR], phrases: [chip] } }\ntopics:')
    .replace('name: Fuzzing,', 'name: Fuzzing, context: chips, categories: [cs.CR],');
  const [first, second] = parseConfig(text, 'config.yaml').topics;
  expect(first).toMatchObject({ context: null, categories: null });
  expect(second).toMatchObject({
    context: { id: 'chips', categories: ['cs.AR'], phrases: ['chip'] },
    categories: ['cs.CR'],
  });
});
