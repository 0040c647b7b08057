import { configKeys, type ConfigKey } from './config-keys.ts';
import { configKeysZh } from './config-keys-zh.ts';

/** The guides whose tables are made from the schema of `config.yaml`. */
export const CONFIGURATION_GUIDES = {
  en: 'docs/configuration.md',
  zh: 'docs/configuration.zh-CN.md',
} as const;

const begin = '<!-- keys: made by `npm run schema` from src/config/; edit them there -->';
const end = '<!-- /keys -->';

const words = {
  en: {
    head: ['key', 'meaning', 'default'],
    required: '(needed)',
    meaning: ({ meaning }: ConfigKey) => meaning,
  },
  zh: {
    head: ['键', '含义', '默认值'],
    required: '（必填）',
    meaning: ({ path }: ConfigKey) => configKeysZh[path] ?? '',
  },
};

/**
 * The guide with its tables made anew; what stands around them stays.
 * @throws when the marks between which they stand are missing
 */
export function configurationGuide(lang: 'en' | 'zh', guide: string): string {
  const [from, to] = [guide.indexOf(begin), guide.indexOf(end)];
  if (from === -1 || to < from)
    throw new Error(
      `${CONFIGURATION_GUIDES[lang]}: expected the lines "${begin}" and "${end}" around the tables of keys`,
    );
  return `${guide.slice(0, from + begin.length)}\n\n${tables(lang)}\n\n${guide.slice(to)}`;
}

function tables(lang: 'en' | 'zh'): string {
  const { head, required, meaning } = words[lang];
  const sections = Map.groupBy(configKeys(), ({ path }) => /^\w+/.exec(path)?.[0] ?? path);
  return [...sections]
    .map(([name, keys]) => {
      const [section, ...inside] = keys;
      return [
        `### \`${name}\``,
        '',
        section ? meaning(section) : '',
        '',
        `| ${head.join(' | ')} |`,
        `| ${head.map(() => '---').join(' | ')} |`,
        ...inside.map((key) => {
          const fallback = key.fallback === null ? '' : `\`${key.fallback}\``;
          return `| \`${key.path}\` | ${cell(meaning(key))} | ${key.required ? required : fallback} |`;
        }),
      ].join('\n');
    })
    .join('\n\n');
}

/** In a cell a bar ends it, and `<` begins markup, except in code. */
const cell = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('<', String.raw`\<`)))
    .join('')
    .replaceAll('|', String.raw`\|`);
