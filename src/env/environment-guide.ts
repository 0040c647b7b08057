/** `docs/environment.md` in both languages, made from the table of variables. */
import type { Variable } from './variable.ts';
import { VARIABLES, variableNames } from './variables.ts';

export const GUIDES = {
  en: 'docs/environment.md',
  zh: 'docs/environment.zh-CN.md',
} as const;

type Lang = keyof typeof GUIDES;

const words = {
  en: {
    head: `# Environment

[中文](environment.zh-CN.md)

<!-- Made by \`npm run schema\` from src/env/; edit it there. -->

Nothing has to be set. What is set counts for the commands and the build alike, from the shell or from a file \`.env\` in
the root of the repository (\`NAME=value\`, one a line); the shell wins. In GitHub Actions those that
\`.github/workflows/daily.yml\` names are repository variables and secrets of the same names (Settings → Secrets and
variables → Actions). An empty value counts as not set. A value that cannot be read ends a command with code 2 and a
message that names it; a name that begins with \`AUTO_FETCH_\` and means nothing is warned about.`,
    columns: ['variable', 'means', 'when not set', 'example'],
    notes: { earlier: 'as in the earlier product', secret: 'secret' },
    foot: `Set by hosts and only read: \`GITHUB_ACTIONS\`, \`GITHUB_REPOSITORY\`, \`GITHUB_SERVER_URL\` (address and repository of the
site on GitHub), \`NETLIFY\`, \`URL\`, \`DEPLOY_PRIME_URL\`, \`CONTEXT\` (its address on Netlify), \`NO_COLOR\`.`,
  },
  zh: {
    head: `# 环境变量

[English](environment.md)

<!-- 由 \`npm run schema\` 根据 src/env/ 生成，请在那里修改。 -->

什么都不必设置。设置的值对命令与构建同样有效，可写在终端环境或仓库根目录的 \`.env\` 文件中（每行一个 \`NAME=value\`），终端环境优先。
在 GitHub Actions 中，\`.github/workflows/daily.yml\` 用到的变量取自同名的仓库变量与密钥（Settings → Secrets and variables → Actions）。空值视为未设置。无法识别的值会使命令以
退出码 2 结束并指出变量名；以 \`AUTO_FETCH_\` 开头而无意义的名称会收到警告。`,
    columns: ['变量', '含义', '未设置时', '示例'],
    notes: { earlier: '沿用旧版', secret: '密钥' },
    foot: `由托管平台设置、仅供读取：\`GITHUB_ACTIONS\`、\`GITHUB_REPOSITORY\`、\`GITHUB_SERVER_URL\`（GitHub 上的网址与仓库），
\`NETLIFY\`、\`URL\`、\`DEPLOY_PRIME_URL\`、\`CONTEXT\`（Netlify 上的网址），\`NO_COLOR\`。`,
  },
} as const satisfies Record<Lang, unknown>;

/** The whole file, as it stands in `docs/`. */
export function environmentGuide(lang: Lang): string {
  const { head, columns, notes, foot } = words[lang];
  const rows = variableNames.map((name) => {
    const { meaning, otherwise, example, earlier, secret }: Variable<unknown> = VARIABLES[name];
    const marks = [...(earlier ? [notes.earlier] : []), ...(secret ? [notes.secret] : [])];
    const note =
      marks.length === 0
        ? ''
        : lang === 'zh'
          ? `（${marks.join('，')}）`
          : ` (${marks.join(', ')})`;
    return [`\`${name}\``, meaning[lang] + note, otherwise[lang], `\`${example}\``];
  });
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const table = [line(columns), line(columns.map(() => '---')), ...rows.map(line)];
  return `${head}\n\n${table.join('\n')}\n\n${foot}\n`;
}
