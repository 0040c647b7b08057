/** What to do when a part of the record is not as it should be: in both languages, for the page, the issue and the API. */
import type { SourceState } from '../store/receipts.ts';

export interface Advice {
  en: string;
  zh: string;
}

const NOTHING: Advice = { en: 'Nothing.', zh: '无需处理。' };

const ARXIV: Record<SourceState, Advice> = {
  new: NOTHING,
  quiet: NOTHING,
  unproved: {
    en: 'Nothing: the papers were dated by their submission times. If arXiv had no mailing that evening, add it to src/calendar/no-mailing-days.ts.',
    zh: '无需处理：论文已按提交时间归日。若 arXiv 当晚没有公布，请把这一天加入 src/calendar/no-mailing-days.ts。',
  },
  stale: {
    en: 'Nothing for now: arXiv’s feed had not moved on, and the next run looks again. If it lasts a day, see https://status.arxiv.org.',
    zh: '暂时无需处理：arXiv 的订阅源尚未更新，下次运行会再查。若持续一天，请看 https://status.arxiv.org。',
  },
  failing: {
    en: 'Nothing for now: the next run tries again and catches up. If it lasts a day, read the log of the last run and https://status.arxiv.org.',
    zh: '暂时无需处理：下次运行会重试并补齐。若持续一天，请查看最近一次运行的日志和 https://status.arxiv.org。',
  },
};

const OTHERS: Record<SourceState, Advice> = {
  new: NOTHING,
  quiet: NOTHING,
  unproved: NOTHING,
  stale: {
    en: 'See whether it still publishes; if it has moved, correct its address in config.yaml.',
    zh: '请确认它是否仍在更新；若地址已变，请在 config.yaml 中改正。',
  },
  failing: {
    en: 'The next run tries again. If it lasts, open its address in a browser; correct or remove it in config.yaml.',
    zh: '下次运行会重试。若持续如此，请在浏览器中打开其地址，并在 config.yaml 中改正或移除。',
  },
};

export function adviceFor(source: string, state: SourceState): Advice {
  return (source === 'arxiv' ? ARXIV : OTHERS)[state];
}

/** For a record that no run has filled yet. */
export const START: Advice = {
  en: 'Start the workflow “Daily” by hand (Actions → Daily → Run workflow), or run `npm run update`.',
  zh: '请手动启动工作流“Daily”（Actions → Daily → Run workflow），或运行 `npm run update`。',
};

/** For a record that is older than the calendar explains although no source reports a failure: no run has ended. */
export const RUN_AGAIN: Advice = {
  en: 'Look at the runs of the workflow “Daily”: GitHub switches a schedule off after 60 days without activity (Actions → Daily → Enable workflow).',
  zh: '请查看工作流“Daily”的运行记录：仓库 60 天无活动后 GitHub 会停用定时任务（Actions → Daily → Enable workflow）。',
};
