/** The earlier product's `config.yaml`, `keywords: {Name: {filters: [term, …]}}`, recognised and converted. */
import { isMap, parseDocument } from 'yaml';
import { ConfigError } from '../config/config-error.ts';
import { parseConfig } from '../config/parse-config.ts';
import { phraseKey, phraseWords } from '../config/phrase.ts';
import { isKeyed, keyed, list } from '../config/untyped.ts';
import { readYamlSource } from '../config/yaml-source.ts';
import { ImportError } from './import-error.ts';

export interface ConvertedConfig {
  /** A valid `config.yaml`. */
  text: string;
  /** What its reader should know: what was left out, what matches differently now. */
  notes: string[];
}

interface Topic {
  id: string;
  name: string;
  include: string[];
}

/**
 * Puts the topics of an earlier config into a present one, whose other sections stay: categories, news, jobs, facets.
 * Groups and contexts go with the topics that used them.
 * @param earlier text of the earlier file; `file` names it in messages
 * @param present text of a valid `config.yaml`
 * @throws {ImportError} when it is no earlier config, or nothing of it can be used
 * @throws {ConfigError} when either is not YAML, or the result would not be valid
 */
export function convertConfig(earlier: string, file: string, present: string): ConvertedConfig {
  const source = readYamlSource(earlier);
  if (Array.isArray(source)) throw new ConfigError(file, source);
  const { keywords, max_results } = keyed(source.value);
  if (!isKeyed(keywords))
    throw new ImportError(
      `${file} has no \`keywords\`: it is not a config of the earlier product.`,
    );
  const notes: string[] = [];
  const topics = topicsOf(keywords, notes);
  if (topics.length === 0)
    throw new ImportError(`${file}: no keyword has filters that can be looked for.`);
  if (max_results !== undefined)
    notes.push(
      'max_results is left out: a cap a keyword lost whole days. `arxiv.max_results` caps a run, if need be.',
    );
  notes.push(
    'A paper outside arxiv.categories is not looked at any more; add categories there, as `matching`, for what is missed.',
  );
  const document = parseDocument(present);
  if (!isMap(document.contents)) throw new ImportError('the present config.yaml is not a map.');
  document.set(
    'topics',
    topics.map(({ name, ...rest }) => ({ ...rest, name: { en: name, zh: name } })),
  );
  document.delete('groups');
  document.delete('contexts');
  const text = document.toString({ lineWidth: 0 });
  parseConfig(text, 'the converted config');
  return { text, notes };
}

function topicsOf(keywords: Record<string, unknown>, notes: string[]): Topic[] {
  const topics: Topic[] = [];
  for (const [name, value] of Object.entries(keywords)) {
    const filters = list(isKeyed(value) ? value['filters'] : value).map((one) =>
      String(one)
        .trim()
        .replace(/^"+|"+$/g, ''),
    );
    const include = new Map<string, string>();
    for (const filter of filters) {
      if (phraseWords(filter).length === 0 || filter.length > 120)
        notes.push(`${name}: “${filter}” has no word to look for, and is left out.`);
      else if (!include.has(phraseKey(filter))) include.set(phraseKey(filter), filter);
      else
        notes.push(
          `${name}: “${filter}” matches what “${include.get(phraseKey(filter))}” does, and is left out.`,
        );
    }
    if (include.size === 0) {
      notes.push(`${name} has no filters, and is left out.`);
      continue;
    }
    topics.push({ id: idFor(name, topics), name, include: [...include.values()] });
  }
  return topics;
}

/** `RL/IL` → `rl-il`; of two names that would give one id the later gets a number. */
function idFor(name: string, others: readonly Topic[]): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  const base = slug.replace(/-+$/, '') || 'topic';
  const taken = new Set(others.map(({ id }) => id));
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(id)) return id;
  }
}
