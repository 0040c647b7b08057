import type { CategoryRule, Config, Topic, TopicContext } from './config.ts';
import { crossCheck } from './cross-check.ts';
import { parseYaml } from './parse-yaml.ts';
import { configFileSchema, type ConfigFile } from './schema.ts';

const onlyGroup = { id: 'topics', name: { en: 'Topics', zh: '主题' } };

/**
 * `config.yaml` as a `Config`: defaults filled in, references resolved.
 * @param fileName named in messages only
 * @throws {ConfigError} with everything that is wrong, each with line, column and remedy
 */
export function parseConfig(text: string, fileName: string): Config {
  return resolve(parseYaml(text, fileName, configFileSchema, crossCheck));
}

function resolve({ groups = [onlyGroup], contexts, topics, arxiv, ...rest }: ConfigFile): Config {
  const resolved = topics.map((topic): Topic => {
    const context = topic.context === undefined ? undefined : contexts[topic.context];
    return {
      id: topic.id,
      name: topic.name,
      group: topic.group ?? groups[0]?.id ?? onlyGroup.id,
      include: topic.include,
      weak_include: topic.weak_include,
      title_include: topic.title_include,
      exclude: topic.exclude,
      categories: topic.categories ?? null,
      context:
        context && topic.context
          ? ({ id: topic.context, ...context } satisfies TopicContext)
          : null,
    };
  });
  const categories: Record<string, CategoryRule> = {};
  for (const [id, rule] of Object.entries(arxiv.categories)) if (rule) categories[id] = rule;
  return { ...rest, arxiv: { ...arxiv, categories }, groups, topics: resolved };
}
