import { Document, isScalar, visit, YAMLMap, type Pair } from 'yaml';
import type { CategoryRule, LocalName } from '../config/config.ts';
import type { TopicChoice } from './fields.ts';

/** What `npm run init` has learnt. */
export interface Answers {
  title: LocalName;
  language: 'en' | 'zh';
  categories: Record<string, CategoryRule>;
  topics: TopicChoice[];
}

const head = `yaml-language-server: $schema=./public/config.schema.json

The one file to edit. An editor with YAML support completes and checks it; \`npm run doctor\` checks it on the command
line, the page /tune/ in the browser. docs/configuration.md explains every key.`;

const comments: Record<string, string> = {
  arxiv: '',
  topics: `A topic's phrases count anywhere in title or abstract under \`include\`; under \`weak_include\`, for what abstracts also
name in passing, in the title or in two sentences of the abstract; under \`title_include\` in the title only. \`exclude\`
keeps papers out. Whole words; case, hyphens and plurals make no difference; capitals up to five letters match as written.`,
  news: 'Feeds to read, each with id, name and url, e.g. { id: example, name: Example, url: https://example.org/feed }.',
  jobs: 'Jobs and datasets kept by hand; a file that is not there is an empty list.',
};

/** A whole new \`config.yaml\`, with comments as in the shipped one. Its layout is left to the formatter. */
export function newConfigText({ title, language, categories, topics }: Answers): string {
  const document = new Document({
    site: { title, language },
    arxiv: { categories },
    topics: topics.map(({ id, name, include }) => ({ id, name, include })),
    news: { sources: [] },
    jobs: { file: 'data/own-jobs.yaml' },
    datasets: { file: 'data/own-datasets.yaml' },
  });
  document.commentBefore = commentLines(head);
  visit(document, {
    Map(_, map) {
      if (map.items.every(({ key }) => ['en', 'zh'].includes(keyOf(key)))) map.flow = true;
    },
    Pair(_, pair) {
      if (keyOf(pair.key) === 'categories') commentOn(pair, keptRule);
    },
  });
  if (!(document.contents instanceof YAMLMap)) throw new TypeError('a document of keys');
  for (const pair of document.contents.items) {
    if (!isScalar(pair.key)) continue;
    pair.key.spaceBefore = true;
    const comment = comments[keyOf(pair.key)];
    if (comment) pair.key.commentBefore = commentLines(comment);
  }
  return document.toString({ lineWidth: 0 });
}

const keptRule = 'all: every paper is kept. matching: papers that a topic below matches.';

const commentLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : ` ${line}`))
    .join('\n');

const keyOf = (key: unknown): string => (isScalar(key) ? String(key.value) : '');

function commentOn({ key }: Pair, text: string): void {
  if (isScalar(key)) key.commentBefore = commentLines(text);
}
