import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { RESULTS, type ReportedTrials } from './trials.ts';

const FILE = 'docs/reliability.md';
const TABLE = /<!-- trials -->[\s\S]*<!-- \/trials -->/;

/** After the suite: puts the table of what was found into the guide. */
export default function setup(): () => Promise<void> {
  return async () => {
    if (process.env['FAULTS_TABLE'] === 'false') return;
    if (!existsSync(RESULTS) || !existsSync(FILE)) return;
    const found = readdirSync(RESULTS)
      .sort()
      .map((name): ReportedTrials => JSON.parse(readFileSync(join(RESULTS, name), 'utf8')));
    const before = readFileSync(FILE, 'utf8');
    const fresh = new Map(found.map((trials) => [trials.class, row(trials)]));
    const kept = rowsOf(before).map(({ name, line }) => fresh.get(name) ?? line);
    const known = new Set(rowsOf(before).map(({ name }) => name));
    const added = found.filter(({ class: name }) => !known.has(name)).map(row);
    const table = [
      '<!-- trials -->',
      '',
      '| what is done to a run | on | trials | held | without guards | as of |',
      '| --- | --- | --- | --- | --- | --- |',
      ...kept,
      ...added,
      '',
      '<!-- /trials -->',
    ].join('\n');
    const text = before.replace(TABLE, () => table);
    writeFileSync(FILE, await format(text, { parser: 'markdown', singleQuote: true }));
  };
}

/** The rows of the table as it stands, by what was done. */
function rowsOf(text: string): { name: string; line: string }[] {
  const lines = TABLE.exec(text)?.[0].split('\n') ?? [];
  return lines.slice(2).flatMap((line) => {
    const name = /^\| ([^|]*?) +\|/.exec(line)?.[1];
    return name === undefined || /^(?:-+|what is done to a run)$/.test(name)
      ? []
      : [{ name, line }];
  });
}

function row({ class: what, size, trials, held, baseline, day }: ReportedTrials): string {
  const plain = baseline ? `${baseline.held} of ${baseline.trials}` : '–';
  return `| ${what} | ${size} | ${trials} | ${held} | ${plain} | ${day} |`;
}
