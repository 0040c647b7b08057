import type { Day, EarlierVersion, Paper } from '../paper.ts';
import type { ChangedPart } from './views.ts';

/** What one announcement day replaced of a paper. */
export interface Replacement {
  date: Day;
  from: number;
  to: number;
  changed: ChangedPart[];
}

const PARTS = ['title', 'abstract', 'authors', 'comment'] as const;

/** The replacements of a paper whose announcement date is known, oldest first; two in one day count as one. */
export function replacementsOf(paper: Pick<Paper, 'version' | 'history'>): Replacement[] {
  const days = new Map<Day, Replacement>();
  paper.history.forEach((earlier, index) => {
    if (earlier.replaced === null) return;
    const to = paper.history[index + 1]?.version ?? paper.version;
    const known = days.get(earlier.replaced);
    const changed = new Set([...(known?.changed ?? []), ...changedParts(earlier)]);
    days.set(earlier.replaced, {
      date: earlier.replaced,
      from: known?.from ?? earlier.version,
      to,
      changed: [...changed],
    });
  });
  return [...days.values()];
}

function changedParts(earlier: EarlierVersion): ChangedPart[] {
  const parts: ChangedPart[] = PARTS.filter((part) => part in earlier);
  return earlier.links_added?.length ? [...parts, 'links'] : parts;
}
