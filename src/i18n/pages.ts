import { dictionary } from './dictionary.ts';

/** Sentences of pages that exist in both languages, or in one: never sent to the browser as labels. */
export const pages = dictionary(
  {
    tagline: 'A daily, complete and explained record of what arXiv announces',
    dayTitle: 'Papers of {day}',
    dayDescription: '{n} papers announced on arXiv on {day}, by topic.',
    monthTitle: 'Papers of {month}',
    monthDescription: '{n} papers announced on arXiv in {month}.',
    weekDescription:
      '{n} papers announced on arXiv from {from} to {to}, as a sheet of two pages for a group meeting.',
    topicDescription: '{n} papers on {topic}, newest first, each with the phrase that put it here.',
    topicMonthTitle: '{topic}, {month}',
    topicsTitle: 'Topics',
    topicsLead:
      'A paper is in a topic when its title or abstract holds one of the topic’s phrases, as whole words. It may be in several.',
    weeksToPrint: 'Weeks to print',
    archiveTitle: 'Archive',
    archiveLead:
      'By the day on which arXiv announced the papers. A bar is a month; its length, the number of papers.',
    notFoundTitle: 'Not here',
    notFoundLead: 'There is no page at this address.',
    notFoundPaper:
      'If you followed the link of a paper, it may be outside the topics kept here; arXiv itself has every paper.',
    notFoundNext: 'Go to today’s papers, or look through the topics and the archive.',
    emptyArchive: 'No papers yet.',
    emptyArchiveNote: 'Run the daily update once and this page fills.',
    year: '{year}',
  },
  {
    tagline: 'arXiv 论文日报：完整收录，逐篇说明理由',
    dayTitle: '{day} 论文',
    dayDescription: 'arXiv 于 {day} 公布的 {n} 篇论文，按主题浏览。',
    monthTitle: '{month} 论文',
    monthDescription: 'arXiv 于 {month} 公布的 {n} 篇论文。',
    weekDescription: 'arXiv 于 {from} 至 {to} 公布的 {n} 篇论文，供组会使用的两页讨论单。',
    topicDescription: '{topic} 方向共 {n} 篇论文，由新到旧，逐篇注明匹配的词语。',
    topicMonthTitle: '{topic}，{month}',
    topicsTitle: '主题',
    topicsLead:
      '标题或摘要中以完整词语出现某主题的任一词条，即归入该主题；一篇论文可属于多个主题。',
    weeksToPrint: '按周打印',
    archiveTitle: '归档',
    archiveLead: '按 arXiv 的公布日期排列。每条横线代表一个月，长度即论文数量。',
    notFoundTitle: '页面不存在',
    notFoundLead: '这个地址没有对应的页面。',
    notFoundPaper:
      '如果你是从某篇论文的链接来的，它可能不在本站收录的主题之内；arXiv 上可以找到全部论文。',
    notFoundNext: '可以回到今日论文，或浏览主题与归档。',
    emptyArchive: '还没有论文。',
    emptyArchiveNote: '运行一次每日更新，这里就会有内容。',
    year: '{year} 年',
  },
);
