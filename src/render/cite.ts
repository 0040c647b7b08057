import type { Paper } from '../paper.ts';
import { arxivUrl } from './urls.ts';

/** What a citation states. `submitted` is an instant or a date. */
export type Citable = Pick<
  Paper,
  'id' | 'title' | 'authors' | 'submitted' | 'primary_category' | 'doi'
>;

/** The last word of a name, in plain letters: for a citation key. */
function keyWord(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/[^\p{L}\p{N} -]/gu, '');
  const ascii = plain.replaceAll(/[^A-Za-z0-9 -]/g, '');
  return (ascii.trim().split(/[ -]+/).at(-1) ?? '').toLowerCase();
}

const dull = new Set([
  'a',
  'an',
  'the',
  'on',
  'of',
  'for',
  'in',
  'to',
  'and',
  'with',
  'from',
  'by',
]);

function citationKey({ id, title, authors, submitted }: Citable): string {
  const words = title.split(/[\s:,-]+/).map(keyWord);
  const word = words.find((candidate) => candidate.length > 1 && !dull.has(candidate)) ?? '';
  const author = keyWord(authors[0]?.name ?? '');
  return author === '' ? `arxiv:${id}` : `${author}${submitted.slice(0, 4)}${word}`;
}

/** Titles hold TeX already; what BibTeX would trip over outside of it is escaped, unpaired braces go. */
function bibText(text: string): string {
  const depth = (text.match(/\{/g) ?? []).length - (text.match(/\}/g) ?? []).length;
  const paired = depth === 0 ? text : text.replaceAll(/[{}]/g, '');
  return paired
    .split(/(\$[^$]*\$)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/(?<!\\)[&%#_]/g, '\\$&')))
    .join('');
}

const bibAuthor = (name: string): string =>
  /,|\band\b/.test(name) ? `{${bibText(name)}}` : bibText(name);

/** A BibTeX entry in arXiv's own form. */
export function bibtex(paper: Citable): string {
  const fields = [
    ['title', `{${bibText(paper.title)}}`],
    ['author', paper.authors.map(({ name }) => bibAuthor(name)).join(' and ')],
    ['year', paper.submitted.slice(0, 4)],
    ['eprint', paper.id],
    ['archivePrefix', 'arXiv'],
    ['primaryClass', paper.primary_category],
    ...(paper.doi === null ? [] : [['doi', paper.doi]]),
    ['url', arxivUrl('abs', paper.id)],
  ];
  const body = fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n');
  return `@misc{${citationKey(paper)},\n${body}\n}`;
}

/** An RIS record, lines ended as the format asks. */
export function ris(paper: Citable): string {
  const day = paper.submitted.slice(0, 10).replaceAll('-', '/');
  const lines = [
    ['TY', 'UNPB'],
    ['TI', paper.title],
    ...paper.authors.map(({ name }) => ['AU', name]),
    ['PY', paper.submitted.slice(0, 4)],
    ['DA', day],
    ['PB', 'arXiv'],
    ['M1', `arXiv:${paper.id}`],
    ...(paper.doi === null ? [] : [['DO', paper.doi]]),
    ['UR', arxivUrl('abs', paper.id)],
    ['ER', ''],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('');
}
