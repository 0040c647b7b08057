/**
 * What arXiv's server makes of a `search_query` before it runs it; the feed's title states the result.
 * Source: arxiv-search, `classic_search_query.py` (partial dates, aliases, missing prefixes and operators).
 */
import { BadRequest } from './bad-request.ts';

const prefixes = /^(?:abs|all|au|cat|co|doi|id|jr|rn|submittedDate|ti):$/;
const operators = new Set(['AND', 'OR', 'ANDNOT', 'NOT']);
const tokens =
  /"[^"]*"|[()]|\b(?:ANDNOT|AND|NOT|OR)\b(?=[()\s]|$)|(?:abs|all|au|cat|co|doi|id|jr|rn|submittedDate|ti):|[^"()\s]+/g;

/** The words of a query as the server will run it, prefixes and operators filled in. */
export function rewriteQuery(query: string): string[] {
  const words: string[] = [];
  for (const word of withQuotedDates(query).match(tokens) ?? []) {
    const before = words.at(-1) ?? '(';
    const afterPrefix = prefixes.test(before);
    const startsTerm = word === '(' || (!operators.has(word) && word !== ')' && !afterPrefix);
    if (startsTerm && before !== '(' && !operators.has(before)) words.push('OR');
    if (operators.has(word) && operators.has(before)) words.pop();
    if (startsTerm && word !== '(' && !prefixes.test(word)) words.push('all:');
    words.push(word === 'NOT' ? 'ANDNOT' : word);
  }
  if (words.filter((w) => w === '(').length !== words.filter((w) => w === ')').length) {
    throw new BadRequest(`Invalid search_query: ${query}`);
  }
  return words;
}

/** `submittedDate:[202601 TO 20260109]` → `submittedDate:"202601010000 TO 202601092359"`. */
function withQuotedDates(query: string): string {
  return query
    .replaceAll('lastUpdatedDate:', 'submittedDate:')
    .replaceAll(
      /submittedDate:\[([\d-]{4,14}) TO ([\d-]{4,14})\]/g,
      (_, from: string, to: string) =>
        `submittedDate:"${wholeDate(from, '01010000')} TO ${wholeDate(to, '12312359')}"`,
    );
}

function wholeDate(digits: string, rest: string): string {
  if (digits.length === 6 && rest === '12312359') {
    const last = new Date(Date.UTC(Number(digits.slice(0, 4)), Number(digits.slice(4)), 0));
    return `${digits}${last.getUTCDate()}2359`;
  }
  return (digits + rest.slice(digits.length - 4)).slice(0, 12);
}

/** The words as one string, spaced as the server spaces them. */
export function joinWords(words: string[]): string {
  let joined = '';
  words.forEach((word, i) => {
    const before = words[i - 1];
    const tight = before === undefined || before === '(' || word === ')' || prefixes.test(before);
    joined += (tight ? '' : ' ') + word;
  });
  return joined;
}
