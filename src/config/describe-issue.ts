import type { z } from 'astro/zod';
import type { ConfigProblem } from './config-error.ts';
import { pathText } from './path-text.ts';
import { keyName, keysAt, schemaNode } from './schema-node.ts';
import { valueAt } from './value-at.ts';
import { didYouMean, foundText, oneOf } from './wording.ts';
import type { YamlSource } from './yaml-source.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const typeNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list (lines that start with -)',
  object: 'keys with values',
  record: 'keys with values',
};

/** What a schema found wrong, in words for the person who edits the file; one issue may name several keys. */
export function describeIssue(
  issue: Issue,
  schema: z.ZodType,
  source: YamlSource,
): ConfigProblem[] {
  const { path } = issue;
  const value = valueAt(source.value, path);
  const place = schemaNode(schema, path);
  const found = foundText(value, source.written(path));
  const problem = (message: string, at: Path = path, end: 'key' | 'value' = 'value') =>
    Object.assign(source.place(at, end), { path: pathText(at), message });

  if (value === undefined) {
    const missing = place?.description ?? (place?.enum ? oneOf(place.enum.map(String)) : '');
    return [problem(`is missing${missing === '' ? '' : `: ${missing}`}`)];
  }
  if (value === null) {
    if (path.length === 0) return [problem('is empty; expected keys with values')];
    return [problem('has no value; give it one or remove the line', path, 'key')];
  }
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = keysAt(place);
      const what = `is not ${keyName(place) ?? 'a key here'}`;
      const instead = keys.length > 0 && keys.length <= 20 ? `; expected ${oneOf(keys)}` : '';
      return issue.keys.map((key) =>
        problem(`${what}${didYouMean(key, keys, instead)}`, [...path, key], 'key'),
      );
    }
    case 'invalid_key': {
      const reasons = issue.issues.map(({ message }) => message).join('; ');
      return [problem(`as a key, ${reasons}, found ${JSON.stringify(path.at(-1))}`, path, 'key')];
    }
    case 'invalid_union':
      return fittingIssues(issue).flatMap((inner) => describeIssue(inner, schema, source));
    case 'invalid_type': {
      const written = source.written(path);
      const quotes = issue.expected === 'string' && written !== null;
      const expected = typeNames[issue.expected] ?? issue.expected;
      const remedy = quotes ? `; put it in quotes: "${written}"` : '';
      return [problem(`expected ${expected}, found ${found}${remedy}`)];
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      const meant = typeof value === 'string' ? didYouMean(value, values) : '';
      const expected = values.length > 20 ? place?.description : undefined;
      return [problem(`expected ${expected ?? oneOf(values)}, found ${found}${meant}`)];
    }
    case 'too_small':
    case 'too_big':
      return [problem(`expected ${limit(issue)}, found ${size(value, found)}`)];
    default:
      return [problem(`${issue.message}, found ${found}`)];
  }
}

/** The issues of the alternative whose type fits what was written; of the first, when none does. */
function fittingIssues({ errors, path }: z.core.$ZodIssueInvalidUnion): Issue[] {
  const misfit = (issues: Issue[]) =>
    issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type');
  const chosen = errors.find((issues) => !misfit(issues)) ?? errors[0] ?? [];
  return chosen.map((issue) => Object.assign({}, issue, { path: [...path, ...issue.path] }));
}

function limit(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const unit = { string: ' characters', array: ' entries' }[String(issue.origin)] ?? '';
  if (issue.code === 'too_big') return `at most ${issue.maximum}${unit}`;
  if (issue.minimum !== 1 || unit === '') return `at least ${issue.minimum}${unit}`;
  return issue.origin === 'string' ? 'some text' : 'at least one entry';
}

function size(value: unknown, found: string): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' && value.trim() !== '') return String(value.trim().length);
  if (Array.isArray(value) && value.length > 0) return String(value.length);
  return found;
}
