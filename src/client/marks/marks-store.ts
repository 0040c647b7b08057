import type { PaperId } from '../../paper.ts';
import {
  changeMark,
  mergeMarks,
  NO_MARKS,
  parseMarks,
  type Mark,
  type MarkPatch,
  type Marks,
  type Visit,
  visitNow,
} from './marks.ts';

const KEY = 'marks';
const UNDO_STEPS = 50;

/** The part of `localStorage` that is used. */
export type MarksStorage = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * Keeps marks in the browser. Each change is read, merged and written in one go, so that two open tabs lose nothing to
 * each other. Where storage is forbidden or full, marks last as long as the page, and `onTrouble` says so.
 */
export class MarksStore {
  private readonly storage: MarksStorage | null;
  private readonly now: () => number;
  private readonly listeners = new Set<() => void>();
  private readonly steps: { id: PaperId; before: Mark | undefined }[] = [];
  private marks: Marks;
  /** Stored marks could not be read: they are left alone, and nothing is written over them. */
  readonly readOnly: boolean;
  onTrouble: (reason: 'unreadable' | 'full') => void = () => {};

  constructor(storage: MarksStorage | null, now: () => number = Date.now) {
    this.storage = storage;
    this.now = now;
    const stored = this.read();
    this.readOnly = stored === null;
    this.marks = stored ?? NO_MARKS;
  }

  get(id: PaperId): Mark | undefined {
    return this.marks.papers[id];
  }

  all(): Marks {
    return this.marks;
  }

  change(id: PaperId, patch: MarkPatch, facts: Pick<Mark, 'title' | 'authors' | 'day'>): void {
    this.refresh();
    this.steps.push({ id, before: this.marks.papers[id] });
    if (this.steps.length > UNDO_STEPS) this.steps.shift();
    this.keep(changeMark(this.marks, id, patch, facts, this.now()));
  }

  /** Takes back the last change made on this page. @returns the paper it was of, or `null` */
  undo(): PaperId | null {
    const step = this.steps.pop();
    if (!step) return null;
    this.refresh();
    const { title, authors, day } = step.before ??
      this.marks.papers[step.id] ?? { title: '', authors: '' };
    const { star = false, read = false, hidden = false, note = '', tags = [] } = step.before ?? {};
    const facts = { title, authors, ...(day === undefined ? {} : { day }) };
    this.keep(
      changeMark(this.marks, step.id, { star, read, hidden, note, tags }, facts, this.now()),
    );
    return step.id;
  }

  /** Notes that a page with this newest day was opened. @returns the visit, or `null` when nothing can be kept */
  visit(newest: string): Visit | null {
    if (this.readOnly || !this.storage) return null;
    this.refresh();
    const visit = visitNow(this.marks.visit, newest, this.now());
    this.setVisit(visit);
    return visit;
  }

  setVisit(visit: Visit): void {
    this.refresh();
    const at = Math.max(visit.at, (this.marks.visit?.at ?? 0) + 1);
    this.keep({ ...this.marks, visit: { ...visit, at } });
  }

  /** Adds marks from elsewhere. @returns how many papers are new or changed by it */
  import(other: Marks): number {
    this.refresh();
    const merged = mergeMarks(this.marks, other);
    const changed = Object.entries(merged.papers).filter(
      ([id, mark]) => this.marks.papers[id] !== mark,
    ).length;
    this.keep(merged);
    return changed;
  }

  /** Takes in what another tab stored. */
  refresh(): void {
    const stored = this.read();
    if (stored) this.marks = mergeMarks(this.marks, stored);
  }

  /**
   * Takes in what another tab stored, and stores again what that tab did not know of: tabs of different processes may
   * write before they hear of each other. Both come to the same marks, so that it ends after one answer.
   */
  follow(): void {
    const stored = this.read();
    if (!stored) return;
    this.marks = mergeMarks(stored, this.marks);
    const lost = Object.entries(this.marks.papers).some(([id, mark]) => stored.papers[id] !== mark);
    if (lost && !this.readOnly) this.keep(this.marks);
    else this.announce();
  }

  subscribe(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Tells the page that marks may have changed. */
  announce(): void {
    for (const listener of this.listeners) listener();
  }

  private read(): Marks | null {
    try {
      const stored = this.storage?.getItem(KEY) ?? null;
      return stored === null ? NO_MARKS : parseMarks(stored);
    } catch {
      return null;
    }
  }

  private keep(marks: Marks): void {
    this.marks = marks;
    if (this.readOnly) this.onTrouble('unreadable');
    else {
      try {
        this.storage?.setItem(KEY, JSON.stringify(marks));
      } catch {
        this.onTrouble('full');
      }
    }
    this.announce();
  }
}

let ofPage: MarksStore | undefined;

/** The one store of this page; follows what other tabs do. */
export function openMarksStore(): MarksStore {
  if (ofPage) return ofPage;
  let storage: Storage | null = null;
  try {
    storage = localStorage;
  } catch {
    // forbidden: marks last as long as the page
  }
  const store = new MarksStore(storage);
  ofPage = store;
  addEventListener('storage', ({ key, newValue }) => {
    // Without a value everything was cleared, by the reader: what this page shows is not stored again.
    if (key === KEY && newValue !== null) store.follow();
  });
  return store;
}
