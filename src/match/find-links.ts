import type { PaperLink } from '../paper.ts';
import { safeUrl } from '../text/safe-url.ts';
import { kindByWords, kindOfHost } from './link-kind.ts';

/** Characters of a URL; of backslashes only those that escape one for TeX. Braces, quotes, commas and spaces end it. */
const urlCharacters = String.raw`(?:[\w.~:/?#\[\]@!$&'()*+;=%-]|\\[_%#&~$])`;

/** An address with a scheme or `www.`, or a bare one of a host where papers keep their things. */
const candidate = new RegExp(
  String.raw`https?://${urlCharacters}+|` +
    String.raw`(?<![\w@./\\-])(?:www\.${urlCharacters}+|` +
    String.raw`(?:[\w-]+\.)*(?:github\.io|gitlab\.io|netlify\.app|vercel\.app)\b(?:/${urlCharacters}*)?|` +
    String.raw`(?:github\.com|gitlab\.com|sites\.google\.com|huggingface\.co|hf\.co|youtu\.be|youtube\.com|bilibili\.com|anonymous\.4open\.science)/${urlCharacters}+)`,
  'gi',
);

/**
 * Links to code, project pages, data, videos and models that a paper's comment and abstract give, the comment's first,
 * each once. TeX wrappers and escapes are undone; only http(s) comes out, as https where the host is known to serve it.
 */
export function findLinks(paper: { comment: string | null; abstract: string | null }): PaperLink[] {
  const links = new Map<string, PaperLink>();
  for (const text of [paper.comment, paper.abstract]) {
    for (const match of (text ?? '').matchAll(candidate)) {
      const link = readLink(match[0], textBefore(text ?? '', match.index));
      if (link === null) continue;
      const key = sameAddress(link.url);
      if (!links.has(key)) links.set(key, link);
    }
  }
  return [...links.values()];
}

/** The words that introduce a link: up to a hundred characters of its own sentence. */
function textBefore(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - 100), index);
  return before.split(/[.!?;|]\s|\n\n/).at(-1) ?? before;
}

function readLink(written: string, before: string): PaperLink | null {
  const address = trimEnd(unescapeTex(written));
  const url = safeUrl(/^https?:/i.test(address) ? address : `https://${address}`);
  if (url === null) return null;
  const parsed = new URL(url);
  const known = kindOfHost(parsed);
  if (known === null) return null;
  if (known !== undefined) parsed.protocol = 'https:';
  const kind = known ?? kindByWords(before);
  return kind === null ? null : { kind, url: canonical(parsed) };
}

/** `\_` → `_`; a TeX tie that is not a home directory's tilde ends the address. */
function unescapeTex(written: string): string {
  return written.replaceAll(/\\([_%#&~$])/g, '$1').replace(/(?<!\/)~.*$/s, '');
}

/** Without the punctuation of the sentence around it; a closing bracket stays when its partner is inside. */
function trimEnd(address: string): string {
  let text = address;
  for (;;) {
    const shorter = text.replace(/[.,;:!?'*$&[\]]+$/, '');
    const unpaired = shorter.endsWith(')') && count(shorter, ')') > count(shorter, '(');
    const next = unpaired ? shorter.slice(0, -1) : shorter;
    if (next === text) return text;
    text = next;
  }
}

const count = (text: string, character: string) => text.split(character).length - 1;

function canonical(url: URL): string {
  if (/^(www\.)?github\.com$/.test(url.hostname)) {
    url.hostname = 'github.com';
    url.pathname = url.pathname.replace(/\.git\/?$/, '');
  }
  return url.href;
}

/** Equal for addresses that lead to the same place: scheme, case, `www.` and a final slash make no difference. */
const sameAddress = (url: string) =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[/#?]+$/, '');
