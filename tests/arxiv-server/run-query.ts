/** Runs the rewritten words of a query against a paper: no precedence, the rest of a chain groups to the right. */
import { BadRequest } from './bad-request.ts';
import type { Shown } from './world.ts';

type Test = (shown: Shown) => boolean;

/** The predicate of a query; throws `BadRequest` as the server does. */
export function compileQuery(words: string[]): Test {
  const rest = [...words];
  const test = chain(rest);
  if (rest.length > 0) throw new BadRequest(`Cannot parse fragment: ${rest.join(' ')}`);
  return test;
}

function chain(rest: string[]): Test {
  const left = term(rest);
  const operator = rest[0];
  if (operator === undefined || operator === ')') return left;
  rest.shift();
  const right = chain(rest);
  if (operator === 'AND') return (shown) => left(shown) && right(shown);
  if (operator === 'OR') return (shown) => left(shown) || right(shown);
  if (operator === 'ANDNOT') return (shown) => left(shown) && !right(shown);
  throw new BadRequest(`Cannot parse fragment: ${operator}`);
}

function term(rest: string[]): Test {
  const word = rest.shift();
  if (word === '(') {
    const inner = chain(rest);
    if (rest.shift() !== ')') throw new BadRequest('Cannot parse fragment: (');
    return inner;
  }
  if (!word?.endsWith(':')) throw new BadRequest(`Cannot parse fragment: ${word ?? ''}`);
  const value = (rest.shift() ?? '').replaceAll('"', '').trim();
  const make = fields.get(word);
  if (!make || value === '') throw new BadRequest(`Invalid field: ${word}`);
  return make(value);
}

const fields = new Map<string, (value: string) => Test>([
  ['cat:', category],
  ['submittedDate:', submitted],
  ['ti:', (value) => words(value, (s) => s.version.title)],
  ['abs:', (value) => words(value, (s) => s.version.abstract)],
  ['au:', (value) => words(value, authors)],
  ['co:', (value) => words(value, (s) => s.version.comment ?? '')],
  ['jr:', (value) => words(value, (s) => s.version.journal_ref ?? '')],
  ['doi:', (value) => (s) => s.version.doi === value],
  ['id:', (value) => (s) => s.paper.id === value],
  ['all:', (value) => words(value, everything)],
]);

const authors = (s: Shown): string => s.version.authors.map((author) => author.name).join(' ');

const everything = (s: Shown): string =>
  [s.version.title, s.version.abstract, authors(s), s.version.comment, ...s.categories].join(' ');

/** Primary or cross-list, `cs.*` allowed. */
function category(value: string): Test {
  const matches = value.endsWith('*')
    ? (name: string) => name.startsWith(value.slice(0, -1))
    : (name: string) => name === value;
  return (shown) => shown.categories.some(matches);
}

/** v1's submission to the minute, both ends included: 23:59 means 23:59:00. */
function submitted(value: string): Test {
  const [from, to] = value.split(' TO ').map(instant);
  if (from === undefined || to === undefined) throw new BadRequest(`Invalid date: ${value}`);
  return ({ paper }) => {
    const at = Date.parse(paper.versions[0]?.submitted ?? '');
    return at >= from && at <= to;
  };
}

function instant(digits: string): number {
  const part = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(digits);
  const at = part ? Date.parse(`${part.slice(1, 4).join('-')}T${part[4]}:${part[5]}:00Z`) : NaN;
  if (Number.isNaN(at)) throw new BadRequest(`Invalid date: ${digits}`);
  return at;
}

/** Words of a field, in sequence; a word matches its inflections, as the server's English analysis does. */
function words(value: string, of: (shown: Shown) => string): Test {
  const wanted = value.toLowerCase().split(/\s+/).map(stem);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${wanted.join('\\S*\\s+')}`, 'iu');
  return (shown) => pattern.test(of(shown));
}

const stem = (word: string): string =>
  word.replace(/(?:ing|ed|s)$/, '').replaceAll(/[^\p{L}\p{N}]/gu, String.raw`\$&`);
