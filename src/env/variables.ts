import { ENDPOINT_VARIABLES } from './endpoint-variables.ts';
import { PLACE_VARIABLES } from './place-variables.ts';
import type { LogLevel } from '../log/log-level.ts';
import type { Instant } from '../paper.ts';
import {
  address,
  anyText,
  basePath,
  cron,
  flag,
  instant,
  logLevel,
  token,
  wholeNumber,
} from './parse-value.ts';
import { variable } from './variable.ts';

const unset = { en: 'not set', zh: '未设置' };

const optional = (parse: (text: string) => string, en: string, zh: string, example: string) =>
  variable<string | null>({
    meaning: { en, zh },
    otherwise: unset,
    example,
    fallback: null,
    parse,
  });

/** A key: like `optional`, and never told in a log. */
const secret = (en: string, zh: string, example: string) =>
  variable<string | null>({ ...optional(token, en, zh, example), secret: true });

/** Every environment variable the project reads. The documentation is made from this table. */
export const VARIABLES = {
  AUTO_FETCH_ENABLED: variable<boolean>({
    earlier: true,
    meaning: {
      en: 'Whether `npm run update` fetches. `false` leaves the snapshot as it is; the site is still built.',
      zh: '`npm run update` 是否抓取。设为 `false` 时快照保持不变，网站照常构建。',
    },
    otherwise: { en: '`true`', zh: '`true`' },
    example: 'false',
    fallback: true,
    parse: flag,
  }),
  AUTO_FETCH_SCHEDULE: variable<string | null>({
    earlier: true,
    meaning: {
      en: 'When `npm run updater` and the Compose file fetch (cron of five fields, UTC). GitHub reads the schedule from `.github/workflows/daily.yml` alone; `npm run doctor` says when the two differ.',
      zh: '`npm run updater` 与 Compose 文件的抓取时间（五段 cron，UTC）。GitHub 只读 `.github/workflows/daily.yml` 中的计划；两者不同时 `npm run doctor` 会提示。',
    },
    otherwise: { en: '`23 6,13 * * *`', zh: '`23 6,13 * * *`' },
    example: '0 2 * * *',
    fallback: null,
    parse: cron,
  }),
  AUTO_FETCH_MAX_RESULTS: variable<number | null>({
    earlier: true,
    meaning: {
      en: 'Most papers that one run takes; the receipt says what is left for later runs.',
      zh: '单次运行最多收录的论文数；回执会写明留给之后的数量。',
    },
    otherwise: {
      en: '`arxiv.max_results` of config.yaml',
      zh: 'config.yaml 的 `arxiv.max_results`',
    },
    example: '500',
    fallback: null,
    parse: wholeNumber(1, 1_000_000),
  }),
  LOG_LEVEL: variable<LogLevel>({
    earlier: true,
    meaning: {
      en: 'How much is told: `debug`, `info`, `warn` or `error`.',
      zh: '日志详细程度：`debug`、`info`、`warn` 或 `error`。',
    },
    otherwise: { en: '`info`', zh: '`info`' },
    example: 'debug',
    fallback: 'info',
    parse: logLevel,
  }),
  DATABASE_URL: variable<string | null>({
    ...optional(
      anyText,
      "A database: for `npm run export` the server that the archive is loaded into (`postgres://…`, `mysql://…`); for `npm run import`, when no file is named, the earlier product's (`sqlite:///papers.db` or a path), which is read and never written.",
      '数据库：`npm run export` 写入的服务器（`postgres://…`、`mysql://…`）；`npm run import` 未指定文件时读取旧版数据库（`sqlite:///papers.db` 或路径），只读，从不写入。',
      'postgres://user:password@localhost/papers',
    ),
    earlier: true,
  }),
  SITE_URL: optional(
    address,
    'Public address of the site. A path in it is the base path, unless `BASE_PATH` names another.',
    '网站的公开地址；其中的路径即基础路径，除非另设 `BASE_PATH`。',
    'https://example.org/embodied-pulse',
  ),
  BASE_PATH: optional(
    basePath,
    'Path under which the site is served.',
    '网站所在的路径。',
    '/embodied-pulse',
  ),
  ...PLACE_VARIABLES,
  ...ENDPOINT_VARIABLES,
  ARXIV_MIN_INTERVAL_MS: variable<number>({
    meaning: {
      en: "Milliseconds between the starts of two requests; every wait scales with it. For rehearsals: arXiv's own hosts are never asked more often than every 3 s.",
      zh: '两次请求开始之间的毫秒数；所有等待按此缩放。仅供演练：对 arXiv 自己的主机，间隔不会短于 3 秒。',
    },
    otherwise: { en: '`3000`', zh: '`3000`' },
    example: '3000',
    fallback: 3000,
    parse: wholeNumber(0, 600_000),
  }),
  NOW: variable<Instant | null>({
    meaning: {
      en: 'An instant that replaces the clock, for rehearsals and for building a past day again.',
      zh: '用于替代时钟的时刻，供演练或重建过去的某一天。',
    },
    otherwise: { en: 'the clock', zh: '系统时钟' },
    example: '2026-11-23T06:17:00Z',
    fallback: null,
    parse: instant,
  }),
  GITHUB_TOKEN: secret(
    'Raises the limits of the GitHub API. Reading public repositories needs no permission.',
    '提高 GitHub API 的限额。读取公开仓库无需任何权限。',
    'ghp_…',
  ),
  S2_API_KEY: secret(
    'Raises the limits of Semantic Scholar.',
    '提高 Semantic Scholar 的限额。',
    '…',
  ),
  LLM_BASE_URL: optional(
    address,
    'An OpenAI-compatible endpoint for one-sentence summaries. Not set, there are none.',
    '用于一句话摘要的 OpenAI 兼容接口。未设置则不生成摘要。',
    'https://llm.example.org/v1',
  ),
  LLM_API_KEY: secret('Key of that endpoint.', '该接口的密钥。', '…'),
  LLM_MODEL: optional(
    anyText,
    'Model that writes the summaries.',
    '撰写摘要的模型。',
    'some-model',
  ),
} as const;

export type VariableName = keyof typeof VARIABLES;

/** In the order of the table. */
export const variableNames: readonly VariableName[] = Object.keys(VARIABLES).filter(isVariableName);

/** Every variable with its value. */
export type Env = { readonly [Name in VariableName]: (typeof VARIABLES)[Name]['fallback'] };

function isVariableName(name: string): name is VariableName {
  return Object.hasOwn(VARIABLES, name);
}
