import type { Check, DoctorContext } from './context.ts';
import type { CheckedFinding } from './finding.ts';

/** Every check in turn. One that fails itself is a problem that is told, and the others still look. */
export async function examine(
  checks: readonly Check[],
  context: DoctorContext,
): Promise<CheckedFinding[]> {
  const found: CheckedFinding[] = [];
  for (const check of checks) {
    const { name } = check;
    try {
      for (const finding of await check.look(context)) found.push({ check: name, ...finding });
    } catch (error) {
      const what = `The check could not look: ${error instanceof Error ? error.message : String(error)}`;
      const remedy = 'Put right what it says, and run `npm run doctor` again.';
      found.push({ check: name, level: 'problem', what, where: name, remedy });
    }
  }
  return found;
}

/** 0 when nothing must be put right, else 1. */
export function exitCodeOf(found: readonly CheckedFinding[]): 0 | 1 {
  return found.some(({ level }) => level === 'problem') ? 1 : 0;
}
