import { whenIdle } from '../idle.ts';
import type { MarkPatch } from './marks.ts';
import type { MarksStore } from './marks-store.ts';
import { notice } from './notice.ts';
import { sayMarks } from './say-marks.ts';

export type MarkKind = 'star' | 'read' | 'hidden';

/** What a row shows of its paper, kept with the mark. */
function factsOf(row: Element): { title: string; authors: string; day?: string } {
  const day =
    row.querySelector('time')?.getAttribute('datetime') ??
    row.closest('.of-day')?.querySelector('time')?.getAttribute('datetime') ??
    document.querySelector('h1 time')?.getAttribute('datetime');
  return {
    title: row.querySelector('h3, h1')?.textContent.trim() ?? row.id,
    authors: row.querySelector('.by')?.textContent.trim() ?? '',
    ...(day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}),
  };
}

const said = {
  star: ['didUnstar', 'didStar'],
  read: ['didUnread', 'didRead'],
  hidden: ['undone', 'didHide'],
} as const;

function starButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'star';
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg.namespaceURI, 'path');
  path.setAttribute('d', 'M10 2.5l2.3 4.8 5.2.7-3.8 3.6.9 5.2-4.6-2.5-4.6 2.5.9-5.2L2.5 8l5.2-.7z');
  svg.append(path);
  button.append(svg);
  return button;
}

/** Rows that get their stars at once: about those in sight. */
const AT_ONCE = 8;
/** Rows that get theirs between two rests. */
const AT_A_TIME = 24;

/** Marks on the rows of a list: drawn from the store, changed by buttons and keys. */
export class RowMarks {
  private readonly store: MarksStore;
  private readonly star = starButton();

  constructor(store: MarksStore) {
    this.store = store;
    store.subscribe(() => this.drawAll());
    document.addEventListener('relist', () => this.drawAll());
    const offer = ({ target }: Event) => {
      const row = target instanceof HTMLDetailsElement && target.closest<HTMLElement>('.row');
      if (row && !target.querySelector('.acts')) this.offerActs(row, target);
    };
    document.addEventListener('toggle', offer, { capture: true });
    document.addEventListener('click', ({ target }) => {
      const row =
        target instanceof Element && target.closest('.star')?.closest<HTMLElement>('.row');
      if (row) this.toggle(row, 'star');
    });
  }

  /**
   * Rows that are read or put away are so at once, and so is a star that is there. The others come while the browser
   * rests; their place is kept free by the style sheet, so that nothing moves.
   */
  drawAll(): void {
    const rows = [...document.querySelectorAll<HTMLElement>('.row')];
    for (const row of rows) this.drawState(row);
    void this.drawStars(rows.filter((row) => !this.drawStar(row, row.querySelector('.star'))));
  }

  private async drawStars(rows: readonly HTMLElement[]): Promise<void> {
    for (const [at, row] of rows.entries()) {
      if (at % AT_A_TIME === AT_ONCE) await whenIdle();
      // Another call may have drawn it meanwhile.
      if (!row.querySelector('.star')) {
        const button = document.importNode(this.star, true);
        row.querySelector(':scope > div')?.append(button);
        this.drawStar(row, button);
      }
    }
  }

  has(row: HTMLElement, kind: MarkKind): boolean {
    return this.store.get(row.id)?.[kind] === true;
  }

  toggle(row: HTMLElement, kind: MarkKind): void {
    const on = !this.has(row, kind);
    const patch: MarkPatch = { [kind]: on };
    this.store.change(row.id, patch, factsOf(row));
    notice(sayMarks(said[kind][on ? 1 : 0]), { label: sayMarks('undo'), act: () => this.undo() });
  }

  undo(): void {
    const id = this.store.undo();
    if (id === null) return;
    notice(sayMarks('undone'));
    document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }

  /** What the keys `r` and `x` do, for fingers: in the unfolded row. */
  private offerActs(row: HTMLElement, details: HTMLDetailsElement): void {
    const line = document.createElement('p');
    line.className = 'acts';
    for (const [kind, off, on] of [
      ['read', 'read', 'isRead'],
      ['hidden', 'hide', 'hide'],
    ] as const) {
      const button = document.createElement('button');
      button.type = 'button';
      const name = () => (button.textContent = sayMarks(this.has(row, kind) ? on : off));
      name();
      button.addEventListener('click', () => {
        this.toggle(row, kind);
        name();
      });
      line.append(button);
    }
    details.append(line);
  }

  private drawState(row: HTMLElement): void {
    const mark = this.store.get(row.id);
    row.toggleAttribute('data-read', mark?.read === true);
    row.toggleAttribute('data-hidden', mark?.hidden === true);
  }

  /** @returns whether there is a star to draw */
  private drawStar(row: HTMLElement, button: Element | null): boolean {
    const starred = this.has(row, 'star');
    // One mark changes one star of many: what is drawn as it should be is left alone.
    if (button && button.ariaPressed !== String(starred)) {
      button.ariaPressed = String(starred);
      button.ariaLabel = sayMarks(starred ? 'starred' : 'star');
    }
    return button !== null;
  }
}
