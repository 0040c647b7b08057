import { offerCitation } from './cite.ts';
import { paperPage } from './paper-pages.ts';
import { say } from './say.ts';

function closeButton(act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = say('close');
  made.addEventListener('click', act);
  return made;
}

function linkTo(href: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = say('openPage');
  return made;
}

function failure(title: string): HTMLElement {
  const sentence = document.createElement('p');
  sentence.className = 'notice';
  sentence.textContent = `${title}. ${say('loadFailed')}`;
  return sentence;
}

/** The pane beside a list: shows one paper in place of what stands there, and gives that back. */
export class Pane {
  private readonly side: HTMLElement;
  private readonly box = document.createElement('div');
  private from: HTMLAnchorElement | null = null;

  constructor(side: HTMLElement) {
    this.side = side;
    this.box.className = 'pane';
    this.box.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.close();
    });
  }

  /** Shows the paper of a row's title. `focus`: the reader asked for it, so the reading goes on there. */
  async open(title: HTMLAnchorElement, focus: boolean): Promise<void> {
    this.mark(title);
    const page = await paperPage(title.href).catch(() => null);
    if (this.from !== title) return; // another was asked for meanwhile
    const bar = document.createElement('p');
    bar.className = 'pane-bar';
    bar.append(
      linkTo(title.href),
      closeButton(() => this.close()),
    );
    const paper = page?.querySelector('.paper');
    this.box.replaceChildren(
      bar,
      paper ? document.importNode(paper, true) : failure(title.textContent),
    );
    if (page) offerCitation(this.box, page);
    this.side.append(this.box);
    this.side.classList.add('has-pane');
    this.side.scrollTop = 0;
    if (focus) this.takeFocus();
  }

  close(): void {
    const { from } = this;
    this.mark(null);
    this.box.remove();
    this.side.classList.remove('has-pane');
    from?.focus({ preventScroll: true });
  }

  private takeFocus(): void {
    const heading = this.box.querySelector<HTMLElement>('h1, .notice');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  }

  private mark(title: HTMLAnchorElement | null): void {
    this.from?.closest('.row')?.removeAttribute('aria-current');
    this.from = title;
    const row = title?.closest('.row');
    row?.setAttribute('aria-current', 'true');
    history.replaceState(null, '', row ? `#${row.id}` : location.pathname + location.search);
  }
}
