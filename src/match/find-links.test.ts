import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLinks } from './find-links.ts';

const inAbstract = (abstract: string) => findLinks({ comment: null, abstract });

describe('the kind of a link', () => {
  it.each([
    ['Code: https://github.com/lab/tool', 'code', 'https://github.com/lab/tool'],
    ['Code is at https://lab.github.io/tool/', 'project', 'https://lab.github.io/tool/'],
    ['See https://sites.google.com/view/tool', 'project', 'https://sites.google.com/view/tool'],
    [
      'Data: https://huggingface.co/datasets/lab/set',
      'data',
      'https://huggingface.co/datasets/lab/set',
    ],
    [
      'Weights: https://huggingface.co/lab/model-7b',
      'model',
      'https://huggingface.co/lab/model-7b',
    ],
    [
      'Demo: https://huggingface.co/spaces/lab/demo',
      'project',
      'https://huggingface.co/spaces/lab/demo',
    ],
    [
      'https://anonymous.4open.science/r/tool-1A2B/',
      'code',
      'https://anonymous.4open.science/r/tool-1A2B/',
    ],
    ['Films: https://youtu.be/abc-DEF_123', 'video', 'https://youtu.be/abc-DEF_123'],
    [
      'https://www.bilibili.com/video/BV1xx411c7mD',
      'video',
      'https://www.bilibili.com/video/BV1xx411c7mD',
    ],
    ['https://vimeo.com/123456', 'video', 'https://vimeo.com/123456'],
    ['Deposited at https://zenodo.org/records/123', 'data', 'https://zenodo.org/records/123'],
  ])('%s → %s', (text, kind, url) => {
    expect(inAbstract(text)).toEqual([{ kind, url }]);
  });

  it.each([
    ['Project page: https://robots.example.edu/tool', 'project'],
    ['The dataset is available at https://robots.example.edu/set', 'data'],
    ['A video is at https://robots.example.edu/film', 'video'],
    ['Code and videos: https://robots.example.edu/tool', 'project'],
    ['We make our code available at https://robots.example.edu/tool', 'project'],
    ['Film: https://robots.example.edu/film.mp4', 'video'],
  ])('of an unknown host comes from the words before it: %s → %s', (text, kind) => {
    expect(inAbstract(text)).toMatchObject([{ kind }]);
  });

  it.each([
    'https://arxiv.org/abs/2601.00001',
    'https://doi.org/10.1000/182',
    'https://openreview.net/forum?id=x',
    'as in Wikipedia (https://en.wikipedia.org/wiki/Robot)',
    'the robots.txt of https://shop.example.com/',
    'written in Node.js and ASP.net, i.e. fast',
    'https://github.com',
    'https://github.io/tool/',
  ])('is none for what brings nothing of the paper: %s', (text) => {
    expect(inAbstract(text)).toEqual([]);
  });
});

describe('the address', () => {
  it.each([
    ['(https://github.com/lab/tool).', 'https://github.com/lab/tool'],
    ['https://github.com/lab/tool}', 'https://github.com/lab/tool'],
    [String.raw`\url{https://github.com/lab/tool}.`, 'https://github.com/lab/tool'],
    [String.raw`\href{https://github.com/lab/tool}{this link}`, 'https://github.com/lab/tool'],
    ['<a href="https://github.com/lab/tool" rel="x">', 'https://github.com/lab/tool'],
    [String.raw`https://github.com/lab/my\_tool`, 'https://github.com/lab/my_tool'],
    [String.raw`https://lab.github.io/a\%20b`, 'https://lab.github.io/a%20b'],
    ['https://github.com/lab/tool.git', 'https://github.com/lab/tool'],
    ['https://github.com/lab/tool, and more', 'https://github.com/lab/tool'],
    ['https://github.com/lab/tool。', 'https://github.com/lab/tool'],
    ['“https://github.com/lab/tool”', 'https://github.com/lab/tool'],
    ['https://github.com/lab/tool~and others', 'https://github.com/lab/tool'],
    ['http://github.com/lab/tool', 'https://github.com/lab/tool'],
    ['http://www.github.com/lab/tool', 'https://github.com/lab/tool'],
    ['github.com/lab/tool', 'https://github.com/lab/tool'],
    ['at lab.github.io/tool.', 'https://lab.github.io/tool'],
    ['at lab.github.io.', 'https://lab.github.io/'],
    ['https://lab.github.io/tool_(v2)', 'https://lab.github.io/tool_(v2)'],
    ['(see https://lab.github.io/tool_(v2))', 'https://lab.github.io/tool_(v2)'],
  ])('%s', (text, url) => {
    expect(inAbstract(text).map((link) => link.url)).toEqual([url]);
  });

  it('keeps a home directory’s tilde, written as TeX or not', () => {
    expect(inAbstract(String.raw`Project page: https://cs.example.edu/\~someone/x`)).toEqual(
      inAbstract('Project page: https://cs.example.edu/~someone/x'),
    );
  });

  it('keeps http where https is not known to be served', () => {
    expect(inAbstract('Project page: http://lab.example.edu/x')).toEqual([
      { kind: 'project', url: 'http://lab.example.edu/x' },
    ]);
  });
});

it('gives a link once, however often and in which spelling it stands, the comment’s first', () => {
  const links = findLinks({
    comment: 'Code: https://GitHub.com/Lab/Tool',
    abstract: String.raw`\href{https://github.com/lab/tool/}{http://github.com/lab/tool} and https://lab.github.io`,
  });
  expect(links).toEqual([
    { kind: 'code', url: 'https://github.com/Lab/Tool' },
    { kind: 'project', url: 'https://lab.github.io/' },
  ]);
});

it('never takes a link that runs code, hides its host or points into a private network', () => {
  const hostile = [
    'javascript:alert(1)',
    'Project page: data:text/html,<script>',
    'Project page: https://github.com@evil.example/x',
    'Project page: http://127.0.0.1/admin',
    'Project page: http://192.168.1.1/',
    'Project page: http://localhost:3000/',
  ];
  expect(hostile.flatMap(inAbstract)).toEqual([]);
});

it('knows nothing without text', () => {
  expect(findLinks({ comment: null, abstract: null })).toEqual([]);
});

it('gives only http(s) addresses that stand as they are, whatever the text', () => {
  const piece = fc.constantFrom(
    'https://',
    'http://',
    'github.com/',
    'a.github.io',
    '/x',
    '}',
    '{',
    '\\_',
    '~',
    ')',
    '(',
    ' ',
    '.',
    '"',
    '<',
    'javascript:',
    '\n',
    'Project page: ',
    '@',
    '%',
    '#',
    '?',
    'é',
    '\u202E',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      for (const { url } of inAbstract(pieces.join(''))) {
        expect(url).toMatch(/^https?:\/\/[^\s"'<>{}\\]+$/);
        expect(new URL(url).href).toBe(url);
      }
    }),
    { numRuns: 1000 },
  );
});
