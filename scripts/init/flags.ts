import { parseArgs } from 'node:util';
import { arxivCategoryIds } from '../../src/config/arxiv-categories.ts';
import type { CategoryRule, LocalName } from '../../src/config/config.ts';
import { didYouMean, oneOf } from '../../src/config/wording.ts';
import { fields, type Field, type TopicChoice } from '../../src/init/fields.ts';
import { ownTopic } from '../../src/init/own-topic.ts';
import type { Answers } from '../../src/init/config-text.ts';
import { UsageError } from '../command/usage-error.ts';

export const usage = `usage: npm run init                          asks on the terminal
       npm run init -- --yes --title TEXT [flags]   asks nothing

  --title TEXT --title-zh TEXT     name of the site
  --language en|zh                 language of a first visit
  --field ${fields.map(({ id }) => id).join('|')}
                                   categories and topics to begin with
  --category cs.RO=all             a category: all, or matching (when left out); again for more
  --topic "Name: phrase, phrase"   a topic from words; again for more
  --only id,id                     of the field's topics only these
  --replace                        put the new config.yaml in place of one that is there; the old is kept in backups/
  --empty                          begin with an empty archive in place of the one in data/
  --dry-run                        print the new config.yaml and write nothing`;

/** What the flags say; everything may be left out. */
export interface Flags {
  title: LocalName | null;
  language: 'en' | 'zh' | null;
  field: Field | null;
  categories: Record<string, CategoryRule>;
  topics: TopicChoice[];
  yes: boolean;
  replace: boolean;
  empty: boolean;
  dryRun: boolean;
}

/** @throws {UsageError} that names the flag, what it expects and what is near */
export function readFlags(args?: string[]): Flags {
  const { values } = parseArgs({
    ...(args && { args }),
    options: {
      title: { type: 'string' },
      'title-zh': { type: 'string' },
      language: { type: 'string' },
      field: { type: 'string' },
      category: { type: 'string', multiple: true, default: [] },
      topic: { type: 'string', multiple: true, default: [] },
      only: { type: 'string' },
      yes: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const field = values.field === undefined ? null : fieldNamed(values.field);
  return {
    title: titleOf(values.title, values['title-zh']),
    language: values.language === undefined ? null : languageNamed(values.language),
    field,
    categories: { ...field?.categories, ...Object.fromEntries(values.category.map(categoryRule)) },
    topics: ownTopics(values.topic, only(field, values.only)),
    yes: values.yes,
    replace: values.replace,
    empty: values.empty,
    dryRun: values['dry-run'],
  };
}

/** The flags as answers, when nobody is asked. @throws {UsageError} that names all that is missing */
export function answersFrom({ title, language, categories, topics }: Flags): Answers {
  const missing = [
    ...(title === null ? ['--title'] : []),
    ...(Object.keys(categories).length === 0 ? ['--category (or --field)'] : []),
    ...(topics.length === 0 ? ['--topic (or --field)'] : []),
  ];
  if (title === null || missing.length > 0)
    throw new UsageError(`needed, as nobody is asked: ${missing.join(', ')}\n${usage}`);
  return { title, language: language ?? 'en', categories, topics };
}

function titleOf(en: string | undefined, zh: string | undefined): LocalName | null {
  const [one, other] = [en?.trim() ?? '', zh?.trim() ?? ''];
  const any = one === '' ? other : one;
  return any === '' ? null : { en: any, zh: other === '' ? any : other };
}

function languageNamed(text: string): 'en' | 'zh' {
  if (text === 'en' || text === 'zh') return text;
  throw new UsageError(`--language: expected en or zh, found "${text}"`);
}

function fieldNamed(text: string): Field {
  const found = fields.find(({ id }) => id === text);
  if (found) return found;
  const known = fields.map(({ id }) => id);
  throw new UsageError(
    `--field: expected ${oneOf(known)}, found "${text}"${didYouMean(text, known)}`,
  );
}

function categoryRule(text: string): [string, CategoryRule] {
  const [id = '', rule = 'matching'] = text.split('=', 2).map((part) => part.trim());
  if (!arxivCategoryIds.includes(id))
    throw new UsageError(
      `--category: "${id}" is no arXiv category${didYouMean(id, arxivCategoryIds)}`,
    );
  if (rule === 'all' || rule === 'matching') return [id, rule];
  throw new UsageError(`--category ${id}: expected all or matching, found "${rule}"`);
}

function only(field: Field | null, text: string | undefined): TopicChoice[] {
  const topics = field?.topics ?? [];
  if (text === undefined) return topics;
  const known = topics.map(({ id }) => id);
  const ids = text.split(',').map((id) => id.trim());
  for (const id of ids)
    if (!known.includes(id))
      throw new UsageError(
        `--only: "${id}" is no topic of the field${didYouMean(id, known, `; it has ${known.join(', ') || 'none: --field names one'}`)}`,
      );
  return topics.filter(({ id }) => ids.includes(id));
}

function ownTopics(texts: readonly string[], first: readonly TopicChoice[]): TopicChoice[] {
  const topics = [...first];
  for (const text of texts) {
    const taken = topics.map(({ id }) => id);
    const made = ownTopic(text, taken);
    if (made === null) throw new UsageError(`--topic: no phrase in "${text}"\n${usage}`);
    topics.push(made);
  }
  return topics;
}
