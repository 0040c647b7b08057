import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JobListError } from './listed-job.ts';
import { readJobList } from './read-job-list.ts';

const BASE = 'https://github.com/invented/jobs/blob/HEAD/README.md';
const list = (lines: string) =>
  `# Jobs\n\n[Home](https://example.com)\n\n## Rolling Recruitment | 滚动招聘\n\n${lines}\n\n## Others\n\n[别家(北京) - 职位](https://example.com/other)\n`;
const read = (lines: string) => readJobList(list(lines), BASE, 'rolling recruitment');

describe('a list of jobs', () => {
  it('gives company, places, title, type, date and link of each entry of its section', () => {
    const { jobs, rejected } = read(`**[2025.8.15]**

[星辰智能(北京/上海) - 灵巧手算法工程师 - 全职](https://example.com/a)

**[2025.8.5]**
- [Example Robotics (深圳) - Research Intern - 实习](https://example.com/b)`);
    expect(rejected).toEqual([]);
    expect(jobs).toEqual([
      {
        company: '星辰智能',
        places: ['Beijing', 'Shanghai'],
        title: '灵巧手算法工程师',
        type: 'full-time',
        posted: '2025-08-15',
        url: 'https://example.com/a',
      },
      {
        company: 'Example Robotics',
        places: ['Shenzhen'],
        title: 'Research Intern',
        type: 'internship',
        posted: '2025-08-05',
        url: 'https://example.com/b',
      },
    ]);
  });

  it.each([
    [
      'with a bracket in the URL',
      '[甲(杭州) - 工程师 - 全职](https://example.com/job_(1)/x)',
      'https://example.com/job_(1)/x',
    ],
    [
      'in pointed brackets',
      '[甲(杭州) - 工程师 - 全职](<https://example.com/a b>)',
      'https://example.com/a%20b',
    ],
    [
      'with a title behind the URL',
      '[甲(杭州) - 工程师 - 全职](https://example.com/c "新")',
      'https://example.com/c',
    ],
    [
      'relative to the file',
      '[甲(杭州) - 工程师 - 全职](./jobs/a.md)',
      'https://github.com/invented/jobs/blob/HEAD/jobs/a.md',
    ],
    [
      'over two lines',
      '[甲(杭州) - 工程师\n - 全职](https://example.com/d)',
      'https://example.com/d',
    ],
    [
      'in full-width brackets and dashes',
      '[甲（杭州）－工程师—全职](https://example.com/e)',
      'https://example.com/e',
    ],
    ['in bold', '**[甲(杭州) - 工程师 - 全职](https://example.com/f)**', 'https://example.com/f'],
    [
      'with brackets in the text',
      '[甲[机器人](杭州) - 工程师 - 全职](https://example.com/g)',
      'https://example.com/g',
    ],
  ])('reads an entry %s', (_, line, url) => {
    const { jobs } = read(line);
    expect(jobs.map((job) => [job.places, job.title, job.type, job.url])).toEqual([
      [['Hangzhou'], '工程师', 'full-time', url],
    ]);
  });

  it('keeps a title of two parts whole, and takes no part of it for a type', () => {
    const { jobs } = read(
      '[乙(北京) - 具身大模型 - 后训练方向 - 实习](https://example.com/a)\n[丙 - VLA - 世界模型](https://example.com/b)',
    );
    expect(jobs.map(({ title, type, places }) => [title, type, places])).toEqual([
      ['具身大模型 - 后训练方向', 'internship', ['Beijing']],
      ['VLA - 世界模型', null, []],
    ]);
  });

  it('names what it cannot use, by line', () => {
    const { rejected } = read(
      '[好(北京) - 工程师](https://example.com/a)\n[坏(北京) - 工程师](javascript:alert(1))\n[邮(北京) - 工程师](mailto:someone@example.com)\n[断(北京) - 工程师](https://example.com/\n[空](https://example.com/x)',
    );
    expect(rejected).toEqual([
      { where: 'line 8', why: 'its link is not usable' },
      { where: 'line 9', why: 'its link is a mail address' },
      { where: 'line 11', why: 'it does not name a company and a job' },
      { where: 'line 10', why: 'it is written like an entry and has no link that ends' },
    ]);
  });

  it('is refused without its section, or without one job in it', () => {
    expect(() => readJobList(list(''), BASE, 'elsewhere')).toThrow('no heading with “elsewhere”');
    expect(() => read('Nothing here.')).toThrow('lists no job that can be read');
  });
});

describe('whatever the list', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '\n',
      '\n\n',
      '**[2025.1.1]**',
      ' - ',
      'https://example.com/',
      '\\',
      '`',
      '![',
      '<',
      '>',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );

  it('each is read or refused, and links are safe', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          for (const { url } of read(pieces.join('')).jobs)
            expect(url).toMatch(/^https?:\/\/[^\s<>"']+$/);
        } catch (error) {
          expect(error).toBeInstanceOf(JobListError);
        }
      }),
    );
  });

  it('every well-formed entry is a job', () => {
    const word = fc.stringMatching(/^[A-Za-z\u4e00-\u9fa5]{2,10}$/u);
    const entry = fc.record({
      company: word,
      title: word,
      path: fc.stringMatching(/^[a-z0-9_]{1,8}(\([a-z0-9]{1,4}\))?$/),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), (entries) => {
        const lines = entries.map(
          ({ company, title, path }) =>
            `[${company}(北京) - ${title}](https://example.com/${path})`,
        );
        expect(
          read(lines.join('\n\n')).jobs.map(({ company, title, url }) => ({ company, title, url })),
        ).toEqual(
          entries.map(({ company, title, path }) => ({
            company,
            title,
            url: `https://example.com/${path}`,
          })),
        );
      }),
    );
  });
});
