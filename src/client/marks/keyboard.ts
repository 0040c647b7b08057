/** Keys for reading a list without the mouse. One letter each, no modifiers; off where the reader types or switched off. */
import { readPreference, storePreference } from '../preference.ts';
import type { RowMarks } from './row-marks.ts';
import { showLegend } from './legend.ts';

export interface KeyActions {
  [key: string]: () => void;
}

/** Whether a key press is meant for the page: not typed into a field, not a browser's or a screen reader's. */
export function isForPage(
  event: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing'>,
  target: EventTarget | null,
): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return false;
  if (target === null) return true;
  return !(
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], dialog')
  );
}

const rows = (): HTMLElement[] =>
  // Rows out of sight may not be laid out, so whether one is shown is read from its marks, not from its box.
  [...document.querySelectorAll<HTMLElement>('.row:not([data-hidden], [hidden])')];

const current = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('.row') ?? null;

/** The row to go to: from where the focus is, or the first in sight. */
export function nextIndex(at: number, step: 1 | -1, count: number, firstInSight: number): number {
  if (count === 0) return -1;
  if (at === -1) return Math.max(0, firstInSight);
  return Math.min(count - 1, Math.max(0, at + step));
}

function move(step: 1 | -1): void {
  const list = rows();
  const from = current();
  const inSight = list.findIndex((row) => row.getBoundingClientRect().bottom > 60);
  const row = list[nextIndex(from ? list.indexOf(from) : -1, step, list.length, inSight)];
  row?.querySelector<HTMLElement>('h3 a')?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

const follow = (selector: string): void =>
  document.querySelector<HTMLAnchorElement>(selector)?.click();

export function startKeyboard(marks: RowMarks): void {
  const here = (act: (row: HTMLElement) => void) => () => {
    const row = current();
    if (row) act(row);
  };
  const actions: KeyActions = {
    j: () => move(1),
    k: () => move(-1),
    o: here((row) => row.querySelector<HTMLAnchorElement>('h3 a')?.click()),
    e: here((row) => row.querySelector<HTMLElement>('summary')?.click()),
    s: here((row) => marks.toggle(row, 'star')),
    r: here((row) => marks.toggle(row, 'read')),
    x: here((row) => {
      move(1);
      marks.toggle(row, 'hidden');
    }),
    u: () => marks.undo(),
    '[': () => follow('.turn [rel=prev]'),
    ']': () => follow('.turn [rel=next]'),
    '/': () => follow('.nav a[href$="search/"]'),
    g: () => follow('.mast .mark'),
    v: () => follow('.nav a[href$="saved/"]'),
    '?': () =>
      showLegend(readPreference('keys') !== 'off', (on) =>
        storePreference('keys', on ? null : 'off'),
      ),
  };
  document.addEventListener('keydown', (event) => {
    if (!isForPage(event, event.target)) return;
    if (event.key !== '?' && readPreference('keys') === 'off') return;
    const act = actions[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
