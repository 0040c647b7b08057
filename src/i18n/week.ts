import { dictionary } from './dictionary.ts';

/** What the script of a week's sheet says. */
export const week = dictionary(
  {
    print: 'Print two pages',
    starred: ['Starred by you: {n}', 'Starred by you: {n}'],
  },
  {
    print: '打印（两页）',
    starred: ['我的收藏：{n} 篇', '我的收藏：{n} 篇'],
  },
);
