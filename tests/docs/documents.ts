import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface Document {
  /** From the root of the repository. */
  file: string;
  text: string;
}

/** Every Markdown file of the repository, by git where there is git. */
export const documents: readonly Document[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => file !== '' && !file.startsWith('tests/') && !file.startsWith('src/'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

const isChinese = ({ file }: Document): boolean => file.endsWith('.zh-CN.md');

/** The guides in one language; what exists in English alone is no guide, but stands with the English ones. */
export const guides = {
  en: documents.filter((document) => !isChinese(document)),
  zh: documents.filter(isChinese),
};

export const textOf = (lang: keyof typeof guides): string =>
  guides[lang].map(({ text }) => text).join('\n');

/** The document without its blocks of code. */
export const prose = (text: string): string =>
  text.replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1`*$/gm, '');

export interface Link {
  from: string;
  line: number;
  target: string;
}

/** Links and pictures, code aside. */
export function linksOf({ file, text }: Document): Link[] {
  // Code is blanked, so that lines stay where they are.
  const bare = text
    .replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1`*$/gm, (code) => code.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/`[^`\n]*`/g, (code) => 'x'.repeat(code.length));
  return [...bare.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map(
    ({ index, 1: target = '' }) => ({
      from: file,
      line: bare.slice(0, index).split('\n').length,
      target,
    }),
  );
}

/** What a link to a file of the repository names; `null` for addresses elsewhere. */
export function fileOf({ from, target }: Link): { file: string; anchor: string } | null {
  if (/^[a-z][a-z+.-]*:/i.test(target)) return null;
  const [path = '', anchor = ''] = target.split('#');
  const file = path === '' ? from : normalize(join(dirname(from), decodeURIComponent(path)));
  return { file, anchor: decodeURIComponent(anchor) };
}

/** Anchors that GitHub makes of headings. */
export function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of prose(text).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const stem = heading
      .replaceAll(/[`*]|\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .replaceAll(/\s/g, '-');
    let anchor = stem;
    for (let n = 1; anchors.has(anchor); n++) anchor = `${stem}-${n}`;
    anchors.add(anchor);
  }
  return anchors;
}

export interface Command {
  file: string;
  line: number;
  /** `npm run explain -- 2611.01234`, without comment. */
  text: string;
}

/** Every `npm …` and `node scripts/…` that a document gives, in code. */
export function commandsOf({ file, text }: Document): Command[] {
  const lines = text.split('\n');
  return lines.flatMap((line, number) => {
    const spans = [...line.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
    const whole = /^\s*(?:\$ )?((?:\w+=\S+ )*(?:npm|npx|node) .*)$/.exec(line)?.[1];
    return [...spans, ...(whole === undefined ? [] : [whole])].flatMap((code) =>
      code
        .split(/\s*(?:&&|\|\||;|→)\s*/)
        .map((one) => one.replace(/\s+#.*$/, '').trim())
        .filter((one) => /^(?:\w+=\S+ )*(?:npm (?:start|test|run)|node scripts\/)/.test(one))
        .map((one) => ({ file, line: number + 1, text: one })),
    );
  });
}
