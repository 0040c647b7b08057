import type { Pane } from './pane.ts';

const wide = matchMedia('(width >= 80rem)');

/** The title of the row with this id. */
function titleOf(id: string | undefined): HTMLAnchorElement | null {
  const row = id === undefined ? null : document.getElementById(decodeURIComponent(id));
  return row?.querySelector('.row h3 a') ?? null;
}

/** The title in the list that a click asks for: the title itself, or a neighbour named in the open paper. */
function askedTitle(target: EventTarget | null): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest('a') : null;
  if (link?.closest('.row h3')) return link;
  return link?.closest('.pane .around')
    ? titleOf(/\/papers\/(.+)\/$/.exec(link.pathname)?.[1])
    : null;
}

/**
 * Where there is room, a title opens its paper beside the list; with a modifier key, or without room, it leads to the
 * paper's page. The address names the open paper, so that it can be shared and comes back. The pane is loaded when it
 * is first wanted.
 */
export function startOpenBeside(): void {
  const side = document.querySelector<HTMLElement>('.side');
  if (!side) return;
  let loading: Promise<Pane> | undefined;
  const open = async (title: HTMLAnchorElement, focus: boolean): Promise<void> => {
    loading ??= import('./pane.ts').then((module) => new module.Pane(side));
    await (await loading).open(title, focus);
  };
  document.addEventListener('click', (event) => {
    const { metaKey, ctrlKey, shiftKey, altKey, button, target } = event;
    if (!wide.matches || metaKey || ctrlKey || shiftKey || altKey || button !== 0) return;
    const title = askedTitle(target);
    if (!title) return;
    event.preventDefault();
    void open(title, true);
  });
  const named = wide.matches ? titleOf(location.hash.slice(1)) : null;
  if (named) void open(named, false);
}
