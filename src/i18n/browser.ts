import { dictionary } from './dictionary.ts';

/** What only scripts say: sent to the browser in both languages, so it is kept short. */
export const browser = dictionary(
  {
    filterFailed: 'The filters could not be loaded. Check the connection and try again.',
    progress: '{at} of {n}',
    nextDue: '{when}, your time',
    openPage: 'Open the page',
    close: 'Close',
    loadFailed: 'This paper could not be loaded. Check the connection, or open its own page.',
    restFailed: 'The rest could not be loaded; the title leads to the whole.',
    offline: 'You are offline. The last seven days and what you opened before still open.',
    stale: [
      'The newest announcement here is {n} mailing day old: arXiv paused, or this site did not update.',
      'The newest announcement here is {n} mailing days old: arXiv paused, or this site did not update.',
    ],
    staleNext: 'See which',
  },
  {
    filterFailed: '筛选条件加载失败，请检查网络后重试。',
    progress: '第 {at} / {n} 篇',
    nextDue: '你所在时区的 {when}',
    openPage: '打开论文页',
    close: '关闭',
    loadFailed: '论文加载失败。请检查网络，或打开论文单独页面。',
    restFailed: '其余内容加载失败，可点标题查看全文。',
    offline: '当前离线，最近七天和此前打开过的页面仍可阅读。',
    stale: [
      '本站最新一批论文是 {n} 个公布日之前的：arXiv 暂停公布，或本站未能更新。',
      '本站最新一批论文是 {n} 个公布日之前的：arXiv 暂停公布，或本站未能更新。',
    ],
    staleNext: '查看原因',
  },
);
