import type { CheckedFinding, Level } from './finding.ts';

const MARKS: Record<Level, string> = { ok: '✓', note: '·', warning: '!', problem: '✗' };

/** Findings for people: one a line, what is not well with its place and its remedy below. */
export function report(found: readonly CheckedFinding[]): string {
  const width = Math.max(0, ...found.map(({ check }) => check.length));
  const lines = found.map(({ check, level, what, where, remedy }) => {
    const head = `${MARKS[level]} ${check.padEnd(width)}  ${what}`;
    const indent = ' '.repeat(width + 4);
    return [
      head,
      ...(level === 'ok' || where === '' ? [] : [`${indent}at ${where}`]),
      ...(remedy === '' ? [] : [`${indent}→ ${remedy}`]),
    ].join('\n');
  });
  return [...lines, '', verdict(found)].join('\n');
}

function verdict(found: readonly CheckedFinding[]): string {
  const count = (level: Level): number => found.filter((one) => one.level === level).length;
  const problems = count('problem');
  const rest = `${count('warning')} warnings, ${count('note')} notes, ${count('ok')} in order`;
  return problems === 0 ? `No problem; ${rest}.` : `${problems} to put right; ${rest}.`;
}
