import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../config/parse-config.ts';
import { newConfigText, type Answers } from './config-text.ts';
import { editedConfigText } from './edit-config.ts';
import { fields } from './fields.ts';
import { ownTopic } from './own-topic.ts';
import { tryConfig } from './tried.ts';

const answersFor = (field: (typeof fields)[number]): Answers => ({
  title: { en: 'A title', zh: '标题' },
  language: 'zh',
  categories: field.categories,
  topics: field.topics,
});

describe('the fields to choose from', () => {
  it.each(fields.map((field) => [field.id, field] as const))(
    '%s makes a valid config',
    (_, field) => {
      const config = parseConfig(newConfigText(answersFor(field)), 'config.yaml');
      expect(config.site).toMatchObject({ title: { en: 'A title', zh: '标题' }, language: 'zh' });
      expect(config.arxiv.categories).toEqual(field.categories);
      expect(config.topics.map(({ id, include }) => ({ id, include }))).toEqual(
        field.topics.map(({ id, include }) => ({ id, include })),
      );
      expect(config.news.sources).toEqual([]);
    },
  );
});

describe('a topic from words', () => {
  it.each([
    ['Soft robots: soft gripper, pneumatic actuator', 'soft-robots', 'Soft robots', ['soft gripper', 'pneumatic actuator']],
    ['neural operators', 'neural-operators', 'Neural operators', ['neural operators']],
    ['软体机器人：soft gripper，soft actuator', 'topic', '软体机器人', ['soft gripper', 'soft actuator']],
    ['Schrödinger bridges:', 'schrodinger-bridges', 'Schrödinger bridges', ['Schrödinger bridges']],
    ['Again: x, x', 'again', 'Again', ['x']],
  ])('%s', (text, id, name, include) => {
    expect(ownTopic(text, [])).toEqual({ id, name: { en: name, zh: name }, include });
  }); // prettier-ignore

  it('takes another id where one is in use, and nothing for a text without words', () => {
    expect(ownTopic('VLA', ['vla', 'vla-2'])?.id).toBe('vla-3');
    expect(ownTopic(' :, ; ', [])).toBeNull();
  });

  it('always makes a config that parses, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60, unit: 'grapheme' }),
        fc.string({ minLength: 1, maxLength: 30 }),
        (typed, title) => {
          const topic = ownTopic(typed, []);
          if (topic === null || title.trim() === '') return;
          const text = newConfigText({
            title: { en: title, zh: title },
            language: 'en',
            categories: { 'cs.RO': 'all' },
            topics: [topic],
          });
          let problems: readonly { message: string }[] = [];
          try {
            expect(parseConfig(text, 'config.yaml').topics[0]?.id).toBe(topic.id);
          } catch (error) {
            problems = (error as { problems?: { message: string }[] }).problems ?? [
              { message: String(error) },
            ];
          }
          // Two phrases that match the same texts are the one thing left to the validation, which says so.
          expect(problems.filter(({ message }) => !/stands here twice/.test(message))).toEqual([]);
        },
      ),
    );
  });
});

describe('an edit of the config in place', () => {
  const present = `# My notes
site: { title: Old, tagline: Kept }
arxiv: { categories: { cs.RO: all } }
groups: [{ id: g, name: G }]
topics:
  # why this one
  - { id: a, name: A, group: g, include: [alpha], exclude: [beta] }
  - { id: b, name: B, group: g, include: [gamma] }
`;
  const edited = editedConfigText(
    present,
    {
      title: { en: 'New', zh: '新' },
      language: 'zh',
      categories: { 'cs.LG': 'matching' },
      topics: [
        { id: 'a', name: { en: 'A', zh: 'A' }, include: ['alpha'] },
        { id: 'c', name: { en: 'C', zh: 'C' }, include: ['delta'] },
      ],
    },
    'g',
  );

  it('keeps comments and everything that was not asked about', () => {
    expect(edited).toContain('# My notes');
    expect(edited).toContain('# why this one');
    const config = parseConfig(edited, 'config.yaml');
    expect(config.site).toMatchObject({ title: { en: 'New', zh: '新' }, language: 'zh' });
    expect(config.site.tagline?.en).toBe('Kept');
    expect(config.arxiv.categories).toEqual({ 'cs.LG': 'matching' });
    expect(config.topics.map(({ id, group, exclude }) => [id, group, exclude])).toEqual([
      ['a', 'g', ['beta']],
      ['c', 'g', []],
    ]);
  });
});

describe('the trial', () => {
  it('of nothing is of nothing', () => {
    const field = fields[0];
    if (!field) throw new Error('there are fields');
    const config = parseConfig(newConfigText(answersFor(field)), 'config.yaml');
    expect(tryConfig(config, [])).toMatchObject({ papers: 0, from: null, to: null, kept: 0 });
  });
});
