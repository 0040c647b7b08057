/** What the arXiv source remembers from run to run: the cursor of its entry in the manifest. */
import type { Day, Instant } from '../../paper.ts';

export interface ArxivMemory {
  /** The last run that got everything it asked for. */
  covered: Instant | null;
  /** The newest revision that was seen. */
  revised: Instant | null;
  /** The day of the last wide look-back, and of the last reconciliation by OAI-PMH. */
  wide: Day | null;
  reconciled: Day | null;
  /** The day on which the whole archive was last searched for papers without metadata, and each was asked for. */
  completed: Day | null;
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** `covered=… revised=… wide=… reconciled=… completed=…`; what cannot be read counts as never. */
export function parseMemory(cursor: string | undefined): ArxivMemory {
  const parts = new Map(
    (cursor ?? '').split(' ').map((part) => {
      const [name = '', value = ''] = part.split('=');
      return [name, value];
    }),
  );
  const read = (name: string, form: RegExp): string | null => {
    const value = parts.get(name) ?? '';
    return form.test(value) ? value : null;
  };
  return {
    covered: read('covered', instant),
    revised: read('revised', instant),
    wide: read('wide', day),
    reconciled: read('reconciled', day),
    completed: read('completed', day),
  };
}

export function formatMemory(memory: ArxivMemory): string {
  return Object.entries(memory)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}
