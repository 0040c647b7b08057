/**
 * `node scripts/topics-sample.ts RECORDS [--seed N] [--kept N] [--rejected N]`: draws papers to judge the topics by, as
 * described in docs/topics-evaluation.md. RECORDS holds one JSON object a line, gzipped or not. The same records,
 * config and seed draw the same papers.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { readConfig } from '../src/config/read-config.ts';
import { compileTopics } from '../src/match/compile-topics.ts';
import { keepRule } from '../src/match/keep-rule.ts';
import { drawSample } from '../src/match/draw-sample.ts';

interface PaperRecord {
  id: string;
  title: string;
  abstract: string;
  categories: string[];
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    kept: { type: 'string', default: '200' },
    rejected: { type: 'string', default: '100' },
  },
});
const [file] = positionals;
if (file === undefined) {
  console.error(
    'usage: node scripts/topics-sample.ts RECORDS [--seed N] [--kept N] [--rejected N]',
  );
  process.exit(2);
}

const config = await readConfig();
const matcher = compileTopics(config.topics);
const bytes = await readFile(file);
const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
const listed = text
  .trimEnd()
  .split('\n')
  .map((line): PaperRecord => JSON.parse(line))
  .filter(({ categories }) => categories.some((one) => one in config.arxiv.categories));
const judged = listed.map((paper) => {
  const topics = matcher.match(paper);
  return {
    paper,
    topics,
    kept: keepRule(config.arxiv.categories, paper.categories, topics.length > 0),
  };
});

const kept = judged.filter((one) => one.kept !== null);
const rejected = judged.filter((one) => one.kept === null);
console.log(
  `${listed.length} papers in the listed categories: ${kept.length} kept, ${rejected.length} rejected`,
);
const seed = Number(values.seed);
for (const [name, from, size] of [
  ['KEPT', kept, Number(values.kept)],
  ['REJECTED', rejected, Number(values.rejected)],
] as const) {
  for (const { paper, topics } of drawSample(from, size, seed)) {
    console.log(`\n${name} ${paper.id} [${paper.categories.join(' ')}] ${oneLine(paper.title)}`);
    for (const { topic, place, start, end } of topics) {
      const text = paper[place];
      const around = `…${text.slice(Math.max(0, start - 70), start)}[${text.slice(start, end)}]${text.slice(end, end + 70)}…`;
      console.log(`  ${topic}: ${place === 'title' ? 'title' : oneLine(around)}`);
    }
    console.log(`  ${oneLine(paper.abstract)}`);
  }
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
