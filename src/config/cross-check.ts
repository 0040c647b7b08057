import { nearest } from './nearest.ts';
import type { CrossProblem } from './parse-yaml.ts';
import { pathText } from './path-text.ts';
import { phraseKey } from './phrase.ts';

type Path = PropertyKey[];
type Keyed = Record<string, unknown>;

/** What the schema of `config.yaml` cannot see: ids and phrases used twice, references to nothing. */
export function crossCheck(config: unknown): CrossProblem[] {
  const root = keyed(config);
  const groups = list(root['groups']).map((group) => keyed(group)['id']);
  const contexts = keyed(root['contexts']);
  return [
    ...repeatedIds(root['groups'], ['groups']),
    ...repeatedIds(root['topics'], ['topics']),
    ...repeatedIds(root['facets'], ['facets']),
    ...repeatedIds(keyed(root['news'])['sources'], ['news', 'sources']),
    ...list(root['facets']).flatMap((facet, i) => checkFacet(keyed(facet), ['facets', i])),
    ...Object.entries(contexts).flatMap(([id, context]) =>
      checkContext(keyed(context), ['contexts', id]),
    ),
    ...list(root['topics']).flatMap((topic, i) =>
      checkTopic(
        keyed(topic),
        ['topics', i],
        root['groups'] === undefined ? null : groups,
        Object.keys(contexts),
      ),
    ),
  ];
}

function checkTopic(
  topic: Keyed,
  path: Path,
  groups: unknown[] | null,
  contexts: string[],
): CrossProblem[] {
  const problems = repeatedPhrases(topic['include'], [...path, 'include']);
  problems.push(...repeatedPhrases(topic['exclude'], [...path, 'exclude']));
  const included = new Map(phrases(topic['include']).map(({ key, text }) => [key, text]));
  for (const { key, text, index } of phrases(topic['exclude'])) {
    if (!included.has(key)) continue;
    const message = `${JSON.stringify(text)} is both included and excluded; keep one of the two`;
    problems.push({ path: [...path, 'exclude', index], message });
  }
  const group = topic['group'];
  if (groups !== null && group === undefined) {
    problems.push({
      path: [...path, 'group'],
      message: `is missing: one of the groups ${groups.map(tick).join(', ')}`,
    });
  }
  if (typeof group === 'string' && !groups?.includes(group)) {
    problems.push({
      path: [...path, 'group'],
      message: unknownReference('group', group, 'groups', groups ?? []),
    });
  }
  const context = topic['context'];
  if (typeof context === 'string' && !contexts.includes(context)) {
    problems.push({
      path: [...path, 'context'],
      message: unknownReference('context', context, 'contexts', contexts),
    });
  }
  return problems;
}

function checkContext(context: Keyed, path: Path): CrossProblem[] {
  const problems = repeatedPhrases(context['phrases'], [...path, 'phrases']);
  if (list(context['phrases']).length + list(context['categories']).length === 0) {
    problems.push({
      path,
      message: 'has neither phrases nor categories, so that no paper is in it',
    });
  }
  return problems;
}

function checkFacet(facet: Keyed, path: Path): CrossProblem[] {
  const entries = list(facet['entries']);
  return [
    ...repeatedIds(entries, [...path, 'entries']),
    ...entries.flatMap((entry, i) =>
      repeatedPhrases(keyed(entry)['phrases'], [...path, 'entries', i, 'phrases']),
    ),
  ];
}

function repeatedIds(entries: unknown, path: Path): CrossProblem[] {
  const first = new Map<string, number>();
  return list(entries).flatMap((entry, index) => {
    const id = keyed(entry)['id'];
    if (typeof id !== 'string') return [];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    const message = `${tick(id)} is already the id of ${pathText([...path, earlier])}; ids are used once`;
    return [{ path: [...path, index, 'id'], message }];
  });
}

function repeatedPhrases(value: unknown, path: Path): CrossProblem[] {
  const first = new Map<string, string>();
  return phrases(value).flatMap(({ key, text, index }) => {
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, text);
      return [];
    }
    const as = earlier === text ? '' : ` as ${JSON.stringify(earlier)}`;
    const message = `${JSON.stringify(text)} stands here twice${as}; case, hyphens and plurals make no difference`;
    return [{ path: [...path, index], message }];
  });
}

function phrases(value: unknown): { key: string; text: string; index: number }[] {
  return list(value).flatMap((text, index) => {
    if (typeof text !== 'string') return [];
    const key = phraseKey(text);
    return key === '' ? [] : [{ key, text, index }];
  });
}

function unknownReference(what: string, id: string, section: string, known: unknown[]): string {
  const ids = known.filter((entry) => typeof entry === 'string');
  const meant = nearest(id, ids);
  const remedy =
    meant === null
      ? ids.length > 0
        ? `; there are ${ids.map(tick).join(', ')}`
        : ''
      : `; did you mean ${tick(meant)}?`;
  return `there is no ${what} ${tick(id)} under \`${section}\`${remedy}`;
}

const tick = (id: unknown) => `\`${String(id)}\``;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const isKeyed = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const keyed = (value: unknown): Keyed => (isKeyed(value) ? value : {});
