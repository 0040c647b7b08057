import { dictionary } from './dictionary.ts';

/** What came since the reader's last visit. */
export const since = dictionary(
  {
    since: ['Since {day}: {n} new paper, {days}', 'Since {day}: {n} new papers, {days}'],
    onDays: ['{n} day', '{n} days'],
    seen: 'I am up to date',
    didSee: 'Up to date',
    undo: 'Undo',
    topicsFailed: 'The topics could not be loaded.',
  },
  {
    since: ['自 {day} 以来新增 {n} 篇，{days}', '自 {day} 以来新增 {n} 篇，{days}'],
    onDays: ['共 {n} 天', '共 {n} 天'],
    seen: '标为已看完',
    didSee: '已标为看完',
    undo: '撤销',
    topicsFailed: '主题加载失败。',
  },
);
