import type { CategoryRule, Config, Topic, TopicContext } from './config.ts';
import { ConfigError } from './config-error.ts';
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
  refuseEarlierForm(text, fileName);
  return resolve(parseYaml(text, fileName, configFileSchema, crossCheck));
}

/** The earlier product's file would otherwise give a page of complaints that help nobody. */
function refuseEarlierForm(text: string, fileName: string): void {
  if (!/^keywords\s*:/m.test(text) || /^topics\s*:/m.test(text)) return;
  const line = text.slice(0, text.search(/^keywords\s*:/m)).split('\n').length;
  const message =
    "this is the earlier product's form of config.yaml. Save it as old.yaml, put the config.yaml of this project in its " +
    'place (`git checkout config.yaml`), and run `npm run import -- --config old.yaml`: it shows what would become of it';
  throw new ConfigError(fileName, [{ line, column: 1, path: 'keywords', message }]);
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
