import { paperPage } from './paper-pages.ts';

const titleLink = (row: Element) => row.querySelector<HTMLAnchorElement>('h3 a');

/** Puts the whole abstract and all authors where their openings stand. Below what was there, so nothing read moves. */
async function complete(row: Element): Promise<void> {
  const link = titleLink(row);
  if (!link || !row.querySelector('.abs')) return;
  try {
    const page = await paperPage(link.href);
    for (const part of ['.abs', '.by']) {
      const [from, to] = [page.querySelector(`.paper > ${part}`), row.querySelector(part)];
      if (from && to) to.replaceChildren(...document.importNode(from, true).childNodes);
    }
  } catch {
    // Offline: the opening stays, and the title leads to the whole.
  }
}

/** The row an event is about, and whether the reader meant to unfold it by a click on its text. */
function clickedRow({ target }: Event): HTMLDetailsElement | null {
  if (!(target instanceof Element) || target.closest('a, summary, button, input')) return null;
  if (getSelection()?.isCollapsed === false) return null;
  return target.closest('.abs, .by')?.closest('.row')?.querySelector('details') ?? null;
}

/**
 * Unfolding a row brings its whole abstract, fetched from the paper's page: as soon as the pointer rests on the row or
 * the focus is in it, so that it is there when asked for. A click on the abstract unfolds too.
 */
export function startUnfold(): void {
  document.addEventListener('click', (event) => {
    const details = clickedRow(event);
    if (details) details.open = !details.open;
  });
  const rowOf = ({ target }: Event) => (target instanceof Element ? target.closest('.row') : null);
  document.addEventListener(
    'toggle',
    (event) => {
      const row = rowOf(event);
      if (row && event.target instanceof HTMLDetailsElement && event.target.open)
        void complete(row);
    },
    { capture: true },
  );
  const prefetch = (event: Event) => {
    const row = rowOf(event);
    const link = row && titleLink(row);
    if (link && row.querySelector('summary')) paperPage(link.href).catch(() => {});
  };
  let resting = 0;
  document.addEventListener('pointerover', (event) => {
    clearTimeout(resting);
    resting = window.setTimeout(prefetch, 120, event);
  });
  document.addEventListener('focusin', prefetch);
}
