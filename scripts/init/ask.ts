import { multiselect, note, select, text } from '@clack/prompts';
import { arxivCategoryIds } from '../../src/config/arxiv-categories.ts';
import type { CategoryRule, Config } from '../../src/config/config.ts';
import { fill, type Lang } from '../../src/i18n/dictionary.ts';
import { init } from '../../src/i18n/init.ts';
import type { Answers } from '../../src/init/config-text.ts';
import { fields, type Field, type TopicChoice } from '../../src/init/fields.ts';
import { ownTopic } from '../../src/init/own-topic.ts';
import type { Flags } from './flags.ts';
import type { Place } from './place.ts';

/** Someone pressed Ctrl-C or Escape. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** What was answered. @throws {Stopped} */
export async function answer<T>(asked: Promise<T>): Promise<Exclude<T, symbol>> {
  const given = await asked;
  if (isAnswer(given)) return given;
  throw new Stopped();
}

/** A prompt that was left gives a symbol. */
const isAnswer = <T>(given: T): given is Exclude<T, symbol> => typeof given !== 'symbol';

export interface Asked {
  answers: Answers;
  /** The config in place is what the answers edit; `null`: they make a new one. */
  edits: Config | null;
}

/** Asks for what the flags leave open. @throws {Stopped} */
export async function ask(flags: Flags, { present, configFile }: Place): Promise<Asked> {
  const language =
    flags.language ??
    (await answer(
      select<Lang>({
        message: 'Language · 语言',
        options: [
          { value: 'en', label: 'English' },
          { value: 'zh', label: '中文' },
        ],
      }),
    ));
  const title = flags.title ?? (await askTitle(language));
  const isOpen = flags.topics.length === 0 || Object.keys(flags.categories).length === 0;
  const start = isOpen ? await askField(language, present?.config ?? null, configFile) : null;
  const categories = isOpen
    ? await askCategories(language, { ...start?.categories, ...flags.categories })
    : flags.categories;
  const topics = isOpen
    ? await askTopics(language, start?.topics ?? [], flags.topics)
    : flags.topics;
  const edits = start?.id === PRESENT ? (present?.config ?? null) : null;
  return { answers: { title, language, categories, topics }, edits };
}

const PRESENT = 'present';
const OWN = 'own';

async function askTitle(lang: Lang): Promise<Answers['title']> {
  const words = init[lang];
  const one = await answer(
    text({
      message: fill(words.initTitle),
      validate: (given) => (given?.trim() ? undefined : fill(words.initNeeded)),
    }),
  );
  const other = await answer(text({ message: fill(words.initOtherTitle), defaultValue: one }));
  const [mine, theirs] = [one.trim(), other.trim() || one.trim()];
  return lang === 'zh' ? { en: theirs, zh: mine } : { en: mine, zh: theirs };
}

async function askField(lang: Lang, config: Config | null, file: string): Promise<Field | null> {
  const words = init[lang];
  const offered = [...(config ? [presentField(config)] : []), ...fields];
  const chosen = await answer(
    select({
      message: fill(words.initField),
      options: [
        ...offered.map(({ id, name, topics }) => ({
          value: id,
          label:
            id === PRESENT
              ? fill(words.initPresent, { file, n: topics.length, title: name[lang] })
              : name[lang],
        })),
        { value: OWN, label: fill(words.initOwn) },
      ],
    }),
  );
  return offered.find(({ id }) => id === chosen) ?? null;
}

function presentField({ site, arxiv, topics }: Config): Field {
  return {
    id: PRESENT,
    name: site.title,
    categories: arxiv.categories,
    topics: topics.map(({ id, name, include }) => ({ id, name, include })),
  };
}

async function askCategories(
  lang: Lang,
  suggested: Record<string, CategoryRule>,
): Promise<Record<string, CategoryRule>> {
  const words = init[lang];
  const listed = await answer(
    text({
      message: fill(words.initCategories),
      initialValue: Object.keys(suggested).join(', '),
      validate(given) {
        const ids = splitIds(given ?? '');
        if (ids.length === 0) return fill(words.initCategoryNone);
        const unknown = ids.find((id) => !arxivCategoryIds.includes(id));
        return unknown === undefined ? undefined : fill(words.initCategoryUnknown, { id: unknown });
      },
    }),
  );
  const ids = splitIds(listed);
  const whole = await answer(
    multiselect({
      message: fill(words.initAll),
      options: ids.map((id) => ({ value: id, label: id })),
      initialValues: ids.filter((id) => suggested[id] === 'all'),
      required: false,
    }),
  );
  return Object.fromEntries(ids.map((id) => [id, whole.includes(id) ? 'all' : 'matching']));
}

const splitIds = (given: string): string[] => [
  ...new Set(given.split(/[\s,，、]+/).filter((id) => id !== '')),
];

async function askTopics(
  lang: Lang,
  offered: readonly TopicChoice[],
  given: readonly TopicChoice[],
): Promise<TopicChoice[]> {
  const words = init[lang];
  const chosen =
    offered.length === 0
      ? []
      : await answer(
          multiselect({
            message: fill(words.initTopics),
            options: offered.map(({ id, name, include }) => ({
              value: id,
              label: name[lang],
              hint: include.slice(0, 3).join(', '),
            })),
            initialValues: offered.map(({ id }) => id),
            required: false,
          }),
        );
  const topics = [...given, ...offered.filter(({ id }) => chosen.includes(id))];
  note(fill(words.initOwnTopicHint));
  for (;;) {
    const typed = await answer(
      text({
        message: fill(words.initOwnTopic),
        defaultValue: '',
        validate: (line) =>
          !line?.trim() && topics.length === 0 ? fill(words.initNoTopic) : undefined,
      }),
    );
    if (typed.trim() === '') return topics;
    const made = ownTopic(
      typed,
      topics.map(({ id }) => id),
    );
    if (made !== null) topics.push(made);
  }
}
