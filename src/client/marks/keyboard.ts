/** Keys for reading a list without the mouse. One letter each, no modifiers; off where the reader types or switched off. */
import { readPreference, storePreference } from '../preference.ts';
import type { MarkKind, RowMarks } from './row-marks.ts';

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

const hidesRead = (): boolean => document.documentElement.dataset['read'] === 'hidden';

const rows = (): HTMLElement[] =>
  // Rows out of sight may not be laid out, so whether one is shown is read from its marks, not from its box.
  [...document.querySelectorAll<HTMLElement>('.row:not([data-hidden], [hidden])')].filter(
    (row) => !(hidesRead() && row.hasAttribute('data-read')),
  );

/** The row with the focus, or the one whose paper is open beside the list. */
const current = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('.row') ??
  document.querySelector<HTMLElement>('.row[aria-current]');

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

const press = (selector: string): void => document.querySelector<HTMLElement>(selector)?.click();

export function startKeyboard(marks: RowMarks): void {
  const here = (act: (row: HTMLElement) => void) => () => {
    const row = current();
    if (row) act(row);
  };
  /** One key a paper: it is marked, and the next one is up. Taking a mark back stays at the paper. */
  const decide = (row: HTMLElement, kind: MarkKind) => {
    if (!marks.has(row, kind)) {
      move(1);
      const goes = kind === 'hidden' || (kind === 'read' && hidesRead());
      if (goes && current() === row) move(-1);
    }
    marks.toggle(row, kind);
  };
  const actions: KeyActions = {
    j: () => move(1),
    k: () => move(-1),
    o: here((row) => row.querySelector<HTMLAnchorElement>('h3 a')?.click()),
    e: here((row) => row.querySelector<HTMLElement>('summary')?.click()),
    s: here((row) => decide(row, 'star')),
    r: here((row) => decide(row, 'read')),
    x: here((row) => decide(row, 'hidden')),
    u: () => marks.undo(),
    '[': () => press('.turn [rel=prev]'),
    ']': () => press('.turn [rel=next]'),
    f: () => press('[data-list]'),
    b: () => press('[data-format=bib]'),
    '/': () => press('.nav a[href$="search/"]'),
    g: () => press('.mast .mark'),
    v: () => press('.nav a[href$="saved/"]'),
    '?': () =>
      void import('./legend.ts').then(({ showLegend }) =>
        showLegend(readPreference('keys') !== 'off', (on) =>
          storePreference('keys', on ? null : 'off'),
        ),
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
