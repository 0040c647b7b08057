import { dictionary } from './dictionary.ts';

/** The front page of authors, and what its script says. */
export const authors = dictionary(
  {
    title: 'Authors',
    lead: 'Everyone with at least three papers here, by first letters of the name.',
    find: 'Name',
    findHint: 'as arXiv writes it',
    show: 'Show',
    few: 'Fewer than three papers by “{name}” are here.',
    searchInstead: 'Search all papers for this name',
    failed: 'The list could not be loaded. Check the connection and try again.',
    active: 'Most papers in the last 30 days',
    activeTo: 'Most papers in the 30 days to {day}',
    to: 'Papers to {day} are listed. Each month joins when it is over; until then the search finds its papers.',
    letters: 'By name',
    none: 'No author has three papers here yet.',
  },
  {
    title: '作者',
    lead: '在本站有至少三篇论文的作者，按姓名首字母排列。',
    find: '姓名',
    findHint: '按 arXiv 的写法',
    show: '查看',
    few: '本站收录的“{name}”的论文不足三篇。',
    searchInstead: '在全部论文中搜索此姓名',
    failed: '列表加载失败，请检查网络后重试。',
    active: '最近 30 天论文最多',
    activeTo: '截至{day}的 30 天内论文最多',
    to: '此处列出截至{day}的论文。每个月结束后才会列入当月的论文，在此之前可以搜索到。',
    letters: '按姓名',
    none: '还没有作者在本站有三篇论文。',
  },
);
