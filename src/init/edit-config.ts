import { isMap, isSeq, parseDocument } from 'yaml';
import type { Answers } from './config-text.ts';

/**
 * The config that is in place with other answers: topics that were not chosen go, new ones follow the others; everything
 * else, comments too, stays.
 * @param text a valid `config.yaml`
 * @param group the group that new topics join, when the file has groups
 */
export function editedConfigText(
  text: string,
  { title, language, categories, topics }: Answers,
  group: string | null,
): string {
  const document = parseDocument(text, { version: '1.2' });
  document.setIn(['site', 'title'], document.createNode(title, { flow: true }));
  document.setIn(['site', 'language'], language);
  document.setIn(['arxiv', 'categories'], document.createNode(categories));
  const list = document.get('topics');
  if (!isSeq(list)) throw new TypeError('a valid config has a list of topics');
  const chosen = new Set(topics.map(({ id }) => id));
  const idOf = (item: unknown): string => (isMap(item) ? String(item.get('id')) : '');
  const present = new Set(list.items.map(idOf));
  list.items = list.items.filter((item) => chosen.has(idOf(item)));
  for (const { id, name, include } of topics) {
    if (present.has(id)) continue;
    list.add(document.createNode({ id, name, ...(group !== null && { group }), include }));
  }
  return document.toString({ lineWidth: 0 });
}
