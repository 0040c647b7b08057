import type { CrossProblem } from './parse-yaml.ts';
import { phrases, repeatedIds, repeatedPhrases } from './repeated.ts';
import { isKeyed, keyed, list, type Keyed, type Path } from './untyped.ts';
import { didYouMean, oneOf, tick } from './wording.ts';

/** What the schema of `config.yaml` cannot see: ids and phrases used twice, references to nothing. */
export function crossCheck(config: unknown): CrossProblem[] {
  const { groups, contexts, topics, facets, news } = keyed(config);
  const known = { groups: groups === undefined ? null : ids(groups), contexts: keyed(contexts) };
  return [
    ...repeatedIds(groups, ['groups']),
    ...repeatedIds(topics, ['topics']),
    ...repeatedIds(facets, ['facets']),
    ...repeatedIds(keyed(news)['sources'], ['news', 'sources']),
    ...Object.entries(known.contexts).flatMap(([id, context]) =>
      checkContext(keyed(context), ['contexts', id]),
    ),
    ...list(topics).flatMap((topic, i) =>
      isKeyed(topic) ? checkTopic(topic, ['topics', i], known) : [],
    ),
    ...list(facets).flatMap((facet, i) => checkFacet(keyed(facet), ['facets', i])),
  ];
}

const ids = (entries: unknown): string[] => [
  ...new Set(
    list(entries)
      .map((entry) => keyed(entry)['id'])
      .filter((id) => typeof id === 'string'),
  ),
];

interface Known {
  /** `null`: the file has no groups, so that topics need none. */
  groups: string[] | null;
  contexts: Keyed;
}

function checkTopic(topic: Keyed, path: Path, known: Known): CrossProblem[] {
  const { exclude, group, context } = topic;
  const including = ['include', 'weak_include', 'title_include'];
  const problems = [
    ...including.flatMap((key) => repeatedPhrases(topic[key], [...path, key])),
    ...repeatedPhrases(exclude, [...path, 'exclude']),
  ];
  problems.push(...inTwoLists(topic, including, path));
  const included = new Set(including.flatMap((key) => phrases(topic[key])).map(({ key }) => key));
  for (const { key, text, index } of phrases(exclude)) {
    if (!included.has(key)) continue;
    const message = `${JSON.stringify(text)} is both included and excluded; keep one of the two`;
    problems.push({ path: [...path, 'exclude', index], message });
  }
  if (group === undefined && known.groups !== null) {
    const message = `is missing: expected ${oneOf(known.groups)}, as listed under ${tick('groups')}`;
    problems.push({ path: [...path, 'group'], message });
  }
  problems.push(...unknownReference(group, 'groups', known.groups ?? [], [...path, 'group']));
  const contexts = Object.keys(known.contexts);
  problems.push(...unknownReference(context, 'contexts', contexts, [...path, 'context']));
  return problems;
}

/** A phrase of a list that an earlier list, which counts it in more places, has too. */
function inTwoLists(topic: Keyed, lists: string[], path: Path): CrossProblem[] {
  const owner = new Map<string, string>();
  return lists.flatMap((list) =>
    phrases(topic[list]).flatMap(({ key, text, index }) => {
      const earlier = owner.get(key) ?? list;
      owner.set(key, earlier);
      if (earlier === list) return [];
      const message = `${JSON.stringify(text)} stands under ${tick(earlier)} too; keep one of the two`;
      return [{ path: [...path, list, index], message }];
    }),
  );
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
  const { entries } = facet;
  return [
    ...repeatedIds(entries, [...path, 'entries']),
    ...list(entries).flatMap((entry, i) =>
      repeatedPhrases(keyed(entry)['phrases'], [...path, 'entries', i, 'phrases']),
    ),
  ];
}

function unknownReference(
  id: unknown,
  section: string,
  known: string[],
  path: Path,
): CrossProblem[] {
  if (typeof id !== 'string' || known.includes(id)) return [];
  const instead =
    known.length === 0 ? '; there are none' : `; there are ${known.map(tick).join(', ')}`;
  const message = `${tick(id)} is not listed under ${tick(section)}${didYouMean(id, known, instead)}`;
  return [{ path, message }];
}
