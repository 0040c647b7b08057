import { dictionary } from './dictionary.ts';

/** Months that are kept in a smaller form, and what the browser says on their pages. */
export const lean = dictionary(
  {
    lean: 'This month is kept in short form: its papers are drawn from its JSON files when you open a day, a topic or a paper. Without JavaScript, those files hold the same.',
    data: 'Of this month only the data files remain here: each paper is a row of the Parquet and SQLite files, and arXiv has its page.',
    json: 'Its papers in brief, as JSON',
    parquet: 'Its papers whole, as Parquet',
    day: 'Papers of {day}',
    topic: '{topic}: {n}',
    loading: 'Fetching …',
    failed: 'This could not be fetched. Try again; arXiv has the paper itself:',
    absent: 'The record of this paper is in the data files above; it can be read at arXiv:',
    form: 'Form of the pages',
    allFull: 'every month has all its pages',
    fullUntil:
      'every month has all its pages; at the pace of the last year the oldest becomes short around {month}',
    someLean: 'all pages since {month}; {lean} months in short form, {data} as data files alone',
    size: 'Expected size of the site',
    sizeOf: '{size} of {limit}',
    dayFiles: 'JSON of days',
    allDayFiles: 'of every day',
    dayFilesFrom:
      'since {month}; whole records before that are on the pages and in the Parquet files',
  },
  {
    lean: '本月以简短形式保存：打开某日、某主题或某篇论文时，内容由该月的 JSON 文件生成。未启用 JavaScript 时，这些文件含有同样的内容。',
    data: '本月在此仅保留数据文件：每篇论文是 Parquet 与 SQLite 文件中的一行，论文页面见 arXiv。',
    json: '本月论文简要（JSON）',
    parquet: '本月论文全文记录（Parquet）',
    day: '{day} 论文',
    topic: '{topic}：{n}',
    loading: '正在读取…',
    failed: '未能读取，请重试；论文本身见 arXiv：',
    absent: '这篇论文的记录在上述数据文件中；可在 arXiv 阅读：',
    form: '页面形式',
    allFull: '每个月都有全部页面',
    fullUntil: '每个月都有全部页面；按最近一年的速度，最早的月份约在 {month} 改为简短形式',
    someLean: '{month} 起有全部页面；{lean} 个月为简短形式，{data} 个月仅有数据文件',
    size: '站点预计大小',
    sizeOf: '{size}，上限 {limit}',
    dayFiles: '每日 JSON',
    allDayFiles: '每个公布日均有',
    dayFilesFrom: '{month} 起；更早的完整记录见论文页面与 Parquet 文件',
  },
);
