import { offerCitation } from './cite.ts';
import { paperPage } from './paper-pages.ts';
import { say } from './say.ts';

const wide = matchMedia('(width >= 80rem)');

function button(words: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
}

/** The pane beside a list: shows one paper in place of what stands there, and gives that back. */
class Pane {
  private readonly side: HTMLElement;
  private readonly box = document.createElement('div');
  private from: HTMLAnchorElement | null = null;

  constructor(side: HTMLElement) {
    this.side = side;
    this.box.className = 'pane';
    this.box.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  async open(link: HTMLAnchorElement, focus: boolean): Promise<void> {
    this.mark(link);
    const page = await paperPage(link.href).catch(() => null);
    if (this.from !== link) return; // another was asked for meanwhile
    const paper = page?.querySelector('.paper');
    const whole = document.createElement('a');
    whole.href = link.href;
    whole.textContent = say('openPage');
    const bar = document.createElement('p');
    bar.className = 'pane-bar';
    bar.append(
      whole,
      button(say('close'), () => this.close()),
    );
    this.box.replaceChildren(bar, paper ? document.importNode(paper, true) : this.failure(link));
    if (page) offerCitation(this.box, page);
    this.side.append(this.box);
    this.side.classList.add('has-pane');
    this.side.scrollTop = 0;
    const title = this.box.querySelector('h1');
    title?.setAttribute('tabindex', '-1');
    if (focus) title?.focus({ preventScroll: true });
  }

  close(): void {
    const { from } = this;
    this.mark(null);
    this.box.remove();
    this.side.classList.remove('has-pane');
    from?.focus({ preventScroll: true });
  }

  private mark(link: HTMLAnchorElement | null): void {
    this.from?.closest('.row')?.removeAttribute('aria-current');
    this.from = link;
    const row = link?.closest('.row');
    row?.setAttribute('aria-current', 'true');
    history.replaceState(null, '', row ? `#${row.id}` : location.pathname + location.search);
  }

  private failure(link: HTMLAnchorElement): HTMLElement {
    const sentence = document.createElement('p');
    sentence.className = 'notice';
    sentence.textContent = `${link.textContent}. ${say('loadFailed')}`;
    return sentence;
  }
}

/**
 * Where there is room, a title opens its paper beside the list; with a modifier key, or without room, it leads to the
 * paper's page. The address names the open paper, so that it can be shared and comes back.
 */
export function startPane(): void {
  const side = document.querySelector<HTMLElement>('.side');
  if (!side) return;
  const pane = new Pane(side);
  document.addEventListener('click', (event) => {
    if (!wide.matches || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0)
      return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    const row = link.closest('.around')
      ? document.getElementById(
          new URL(link.href).pathname.split('/papers/')[1]?.replace(/\/$/, '') ?? '',
        )
      : link.closest('.row h3') && link.closest('.row');
    const title = row?.querySelector<HTMLAnchorElement>('h3 a');
    if (!title) return;
    event.preventDefault();
    void pane.open(title, true);
  });
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const title = named?.querySelector<HTMLAnchorElement>('.row h3 a');
  if (wide.matches && title) void pane.open(title, false);
}
