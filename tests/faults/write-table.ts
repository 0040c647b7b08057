import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { RESULTS, type ReportedTrials } from './trials.ts';

const FILE = 'docs/reliability.md';
const TABLE = /<!-- trials -->[\s\S]*<!-- \/trials -->/;

/** After the suite: puts the table of what was found into the guide. */
export default function setup(): () => Promise<void> {
  return async () => {
    if (!existsSync(RESULTS) || !existsSync(FILE)) return;
    const rows = readdirSync(RESULTS)
      .sort()
      .map((name): ReportedTrials => JSON.parse(readFileSync(join(RESULTS, name), 'utf8')));
    const table = [
      '<!-- trials -->',
      '',
      '| what is done to a run | on | trials | held | a plain writer | as of |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows.map(row),
      '',
      '<!-- /trials -->',
    ].join('\n');
    const text = readFileSync(FILE, 'utf8').replace(TABLE, () => table);
    writeFileSync(FILE, await format(text, { parser: 'markdown', singleQuote: true }));
  };
}

function row({ class: what, size, trials, held, baseline, day }: ReportedTrials): string {
  const plain = baseline ? `${baseline.held} of ${baseline.trials}` : '–';
  return `| ${what} | ${size} | ${trials} | ${held} | ${plain} | ${day} |`;
}
