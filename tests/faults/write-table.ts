import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { RESULTS, type Trials } from './trials.ts';

const FILE = 'docs/reliability.md';
const TABLE = /<!-- trials -->[\s\S]*<!-- \/trials -->/;

/** Before the suite: forgets former results. After it: puts the table of what was found into the guide. */
export default function setup(): () => Promise<void> {
  rmSync(RESULTS, { recursive: true, force: true });
  return async () => {
    if (!existsSync(RESULTS) || !existsSync(FILE)) return;
    const rows = readdirSync(RESULTS)
      .sort()
      .map((name): Trials => JSON.parse(readFileSync(join(RESULTS, name), 'utf8')));
    const day = new Date().toISOString().slice(0, 10);
    const table = [
      '<!-- trials -->',
      '',
      `As of ${day}, Node ${process.versions.node}.`,
      '',
      '| what is done to a run | on | trials | whole afterwards | a plain writer |',
      '| --- | --- | --- | --- | --- |',
      ...rows.map(row),
      '',
      '<!-- /trials -->',
    ].join('\n');
    const text = readFileSync(FILE, 'utf8').replace(TABLE, () => table);
    writeFileSync(FILE, await format(text, { parser: 'markdown', singleQuote: true }));
  };
}

function row({ class: what, size, trials, held, baseline }: Trials): string {
  const plain = baseline ? `${baseline.held} of ${baseline.trials}` : '–';
  return `| ${what} | ${size} | ${trials} | ${held} | ${plain} |`;
}
