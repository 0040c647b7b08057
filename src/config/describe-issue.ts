import type { z } from 'astro/zod';
import type { ConfigProblem } from './config-error.ts';
import { foundText, valueAt } from './found-text.ts';
import { nearest } from './nearest.ts';
import { pathText } from './path-text.ts';
import { keysAt, schemaNode } from './schema-node.ts';
import type { YamlSource } from './yaml-source.ts';

type Issue = z.core.$ZodIssue;

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
  const found = foundText(value, source.written(path));
  const node = schemaNode(schema, path);
  const problem = (message: string, at: PropertyKey[] = path, end: 'key' | 'value' = 'value') => ({
    ...source.place(at, end),
    path: pathText(at),
    message,
  });

  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = keysAt(node);
      return issue.keys.map((key) =>
        problem(
          `${unknownKey(node?.propertyNames ? undefined : keys)}${hint(key, keys)}`,
          [...path, key],
          'key',
        ),
      );
    }
    case 'invalid_key':
      return [
        problem(issue.issues.map(({ message }) => `as a key, ${message}`).join('; '), path, 'key'),
      ];
    case 'invalid_union':
      return describeUnion(issue, value).flatMap((inner) => describeIssue(inner, schema, source));
    case 'invalid_type': {
      if (value === undefined)
        return [problem(`is missing${node?.description ? `: ${node.description}` : ''}`)];
      if (value === null)
        return [problem(`has no value; give it one or remove the line`, path, 'key')];
      const written = source.written(path);
      const remedy =
        issue.expected === 'string' && written !== null ? `; put it in quotes: "${written}"` : '';
      return [
        problem(`expected ${typeNames[issue.expected] ?? issue.expected}, found ${found}${remedy}`),
      ];
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      if (value === undefined) return [problem(`is missing: ${oneOf(values)}`)];
      return [
        problem(
          `expected ${oneOf(values)}, found ${found}${hint(typeof value === 'string' ? value : found, values)}`,
        ),
      ];
    }
    case 'too_small':
    case 'too_big':
      return [problem(`expected ${limit(issue)}, found ${size(issue.origin, value, found)}`)];
    default:
      return [problem(`${issue.message}, found ${found}`)];
  }
}

/** The issues of the alternative whose type fits what was written, with their whole path. */
function describeUnion(issue: z.core.$ZodIssueInvalidUnion, value: unknown): Issue[] {
  const fitting = issue.errors.find(
    (issues) => !issues.some((i) => i.path.length === 0 && i.code === 'invalid_type'),
  );
  if (fitting)
    return fitting.map((inner) =>
      Object.assign({}, inner, { path: [...issue.path, ...inner.path] }),
    );
  if (value === undefined || value === null) {
    return [
      { code: 'invalid_type', expected: 'string', path: issue.path, message: '', input: value },
    ];
  }
  return [
    {
      code: 'custom',
      path: issue.path,
      message: 'expected text or keys with values',
      input: value,
    },
  ];
}

const unknownKey = (keys: string[] | undefined) =>
  keys === undefined ? 'is not an arXiv category' : `is not a key here; expected ${oneOf(keys)}`;

function hint(word: string, candidates: string[]): string {
  const meant = nearest(word, candidates);
  return meant === null ? '' : `; did you mean \`${meant}\`?`;
}

function oneOf(values: string[]): string {
  if (values.length > 20) return `one of ${values.length} known values`;
  const quoted = values.map((value) => `\`${value}\``);
  const last = quoted.pop() ?? 'nothing';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}

function limit(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const [word, bound] =
    issue.code === 'too_small' ? ['at least', issue.minimum] : ['at most', issue.maximum];
  const unit = { string: ' characters', array: ' entries' }[issue.origin as string] ?? '';
  if (issue.code === 'too_small' && bound === 1 && unit !== '') {
    return issue.origin === 'string' ? 'some text' : 'at least one entry';
  }
  return `${word} ${bound}${unit}`;
}

function size(origin: string, value: unknown, found: string): string {
  if (origin === 'string' && typeof value === 'string' && value.trim().length > 0)
    return `${value.trim().length}`;
  if (origin === 'array' && Array.isArray(value) && value.length > 0) return `${value.length}`;
  return found;
}
