import { paperPage } from './paper-pages.ts';
import { say } from './say.ts';

const titleLink = (row: Element) => row.querySelector<HTMLAnchorElement>('h3 a');

/** Copies a part of the paper's page to the end of an element, or in place of what it holds. */
function copyInto(place: Element, from: Element | null, how: 'replaceChildren' | 'prepend'): void {
  if (from) place[how](...document.importNode(from, true).childNodes);
}

function line(className: string): HTMLParagraphElement {
  const made = document.createElement('p');
  made.className = className;
  return made;
}

/** What a row of an old day brings from the paper's page when it is unfolded. */
const PARTS = ['.abs', '.links', '.why', '.facets', '.cats'];

/**
 * The whole abstract where its opening stands, and all authors below it: nothing that is being read moves. A row that
 * holds neither abstract nor links gets both.
 */
async function complete(row: Element, details: HTMLDetailsElement): Promise<void> {
  const link = titleLink(row);
  if (!link || row.classList.contains('whole')) return;
  const added = line('by');
  const parts: Node[] = [];
  try {
    const page = await paperPage(link.href);
    if (row.classList.contains('whole')) return;
    row.classList.add('whole');
    const abstract = row.querySelector('.abs');
    if (abstract) copyInto(abstract, page.querySelector('.paper > .abs'), 'replaceChildren');
    else
      for (const part of PARTS) {
        const found = page.querySelector(`.paper ${part}`);
        if (found) parts.push(document.importNode(found, true));
      }
    if (row.querySelector('.by i')) copyInto(added, page.querySelector('.paper > .by'), 'prepend');
  } catch {
    added.className = 'quiet';
    added.textContent = say('restFailed');
  }
  details.querySelector('.quiet')?.remove();
  if (added.hasChildNodes()) parts.splice(1, 0, added);
  details.querySelector('summary')?.after(...parts);
}

/** The row whose text was clicked to unfold it; not when a link was meant, or words were selected. */
function clickedDetails({ target }: Event): HTMLDetailsElement | null {
  if (!(target instanceof Element) || target.closest('a, summary, button, input')) return null;
  if (getSelection()?.isCollapsed === false) return null;
  return target.closest('.abs, .by')?.closest('.row')?.querySelector('details') ?? null;
}

/**
 * Unfolding a row brings the rest of its paper, fetched from the paper's page: as soon as the pointer rests on the row or
 * the focus is in it, so that it is there when asked for. A click on the abstract unfolds too.
 */
export function startUnfold(): void {
  document.addEventListener('click', (event) => {
    const details = clickedDetails(event);
    if (details) details.open = !details.open;
  });
  const rowOf = ({ target }: Event) => (target instanceof Element ? target.closest('.row') : null);
  document.addEventListener(
    'toggle',
    (event) => {
      const row = rowOf(event);
      const { target } = event;
      if (row && target instanceof HTMLDetailsElement && target.open) void complete(row, target);
    },
    { capture: true },
  );
  const prefetch = (event: Event) => {
    const row = rowOf(event);
    const link = row && titleLink(row);
    if (link && row.querySelector('summary')) paperPage(link.href).catch(() => null);
  };
  let resting = 0;
  document.addEventListener('pointerover', (event) => {
    clearTimeout(resting);
    resting = window.setTimeout(prefetch, 120, event);
  });
  document.addEventListener('focusin', prefetch);
}
