/** The saved list: search, tags, notes, export and import. Drawn from the browser's own marks. */
import type { PaperId } from '../../paper.ts';
import { paperUrl } from '../../render/urls.ts';
import { readCitation } from '../cite.ts';
import { paperPage } from '../paper-pages.ts';
import {
  collectCitations,
  marksBibtex,
  marksCsv,
  marksJson,
  marksRis,
  type Saved,
} from './export-marks.ts';
import { MarksError, parseMarks, savedPapers } from './marks.ts';
import { openMarksStore, type MarksStore } from './marks-store.ts';
import { notice } from './notice.ts';
import { SavedRow } from './saved-row.ts';
import { sayMarks } from './say-marks.ts';
import { saySaved } from './say-saved.ts';
import { idsOfLink, shareLink } from './share-link.ts';

type Format = 'json' | 'bib' | 'ris' | 'csv';

function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

class SavedPage {
  private readonly root: HTMLElement;
  private readonly store: MarksStore;
  private readonly base: string;
  private readonly rows = new Map<PaperId, SavedRow>();

  constructor(root: HTMLElement, store: MarksStore) {
    this.root = root;
    this.store = store;
    this.base = root.dataset['base'] ?? '/';
  }

  start(): void {
    this.store.onTrouble = (reason) => notice(sayMarks(reason));
    this.store.subscribe(() => this.draw());
    this.part('input[type=search]').addEventListener('input', () => this.draw());
    for (const button of this.root.querySelectorAll<HTMLButtonElement>('[data-format]'))
      button.addEventListener('click', () => void this.export(formatOf(button)));
    this.part('[data-copy]').addEventListener('click', () => void this.copyLink());
    const file = this.input('input[type=file]');
    file.addEventListener('change', () => void this.import(file));
    addEventListener('hashchange', () => this.offerLink());
    this.draw();
    this.offerLink();
  }

  private part(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`the saved page has no ${selector}`);
    return found;
  }

  private input(selector: string): HTMLInputElement {
    const found = this.part(selector);
    if (!(found instanceof HTMLInputElement)) throw new Error(`${selector} is no input`);
    return found;
  }

  private list(): Saved[] {
    const words = this.input('input[type=search]').value.toLowerCase().split(/\s+/).filter(Boolean);
    return savedPapers(this.store.all()).filter(({ id, mark }) => {
      const text = [id, mark.title, mark.authors, mark.note ?? '', ...(mark.tags ?? [])]
        .join(' ')
        .toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }

  /** Rows stay the same elements, in the order they were first shown in: what the reader edits stays where it is. */
  private draw(): void {
    const list = this.list();
    const all = savedPapers(this.store.all()).length;
    const shown = new Map(list.map((saved) => [saved.id, saved]));
    const fresh = list.filter(({ id }) => !this.rows.has(id));
    const known = [...this.rows];
    this.rows.clear();
    for (const { id, mark } of fresh)
      this.rows.set(
        id,
        new SavedRow(id, mark, this.base, (patch) =>
          this.store.change(id, patch, this.store.get(id) ?? mark),
        ),
      );
    for (const [id, row] of known) this.rows.set(id, row);
    for (const [id, row] of this.rows) {
      const saved = shown.get(id);
      if (saved) row.update(saved.mark);
      else row.element.remove();
    }
    const elements = [...this.rows].flatMap(([id, row]) => (shown.has(id) ? [row.element] : []));
    const place = this.part('.rows');
    if (elements.some((element, index) => place.children[index] !== element))
      place.replaceChildren(...elements);
    this.say(all, list.length);
    document.dispatchEvent(new Event('redrawn'));
  }

  private say(all: number, shown: number): void {
    this.part('.saved-state').textContent =
      all === 0
        ? saySaved('savedEmpty')
        : shown === 0
          ? saySaved('savedNoMatch')
          : saySaved('savedCount', { n: shown });
    this.root.classList.toggle('has-papers', all > 0);
    for (const button of this.root.querySelectorAll<HTMLButtonElement>(
      '[data-format], [data-copy]',
    ))
      button.disabled = all === 0;
  }

  /** What the reader sees: filters of the list hide rows. */
  private visible(): Saved[] {
    return this.list().filter(({ id }) => this.rows.get(id)?.element.hidden !== true);
  }

  private async export(format: Format): Promise<void> {
    const list = this.visible();
    if (format === 'json')
      return download('marks.json', 'application/json', marksJson(this.store.all()));
    if (format === 'csv') return download('saved.csv', 'text/csv', marksCsv(list));
    const state = this.part('.saved-state');
    const { papers, failed } = await collectCitations(
      list.map(({ id }) => id),
      async (id) => readCitation(await paperPage(paperUrl(this.base, id))),
      (at) => {
        state.textContent = saySaved('citing', { at, n: list.length });
      },
    );
    this.draw();
    if (failed.length > 0) notice(saySaved('citeFailed', { n: failed.length }));
    if (format === 'bib') download('saved.bib', 'application/x-bibtex', marksBibtex(papers));
    else download('saved.ris', 'application/x-research-info-systems', marksRis(papers));
  }

  private async copyLink(): Promise<void> {
    const link = shareLink(
      location.origin + location.pathname,
      this.visible().map(({ id }) => id),
    );
    const copied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    );
    if (!copied) history.replaceState(null, '', link);
    notice(saySaved(copied ? 'linkCopied' : 'linkFailed'));
  }

  private async import(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    try {
      const changed = this.store.import(parseMarks(await file.text()));
      notice(saySaved('imported', { n: changed }));
    } catch (error) {
      if (!(error instanceof MarksError)) throw error;
      notice(error.message);
    }
    input.value = '';
  }

  /** A link of somebody's list: offered, never taken unasked. */
  private offerLink(): void {
    const ids = idsOfLink(location.hash).filter((id) => this.store.get(id)?.star !== true);
    if (ids.length === 0) return;
    notice(saySaved('fromLink', { n: ids.length }), {
      label: saySaved('addAll'),
      act: () => void this.addAll(ids),
    });
  }

  private async addAll(ids: string[]): Promise<void> {
    const { papers, failed } = await collectCitations(
      ids,
      async (id) => {
        const page = await paperPage(paperUrl(this.base, id));
        const citation = readCitation(page);
        return citation && { ...citation, day: announcedOn(page) };
      },
      () => {},
    );
    for (const { id, title, authors, day } of papers)
      this.store.change(
        id,
        { star: true },
        { title, authors: authors.map(({ name }) => name).join(', '), ...(day && { day }) },
      );
    for (const id of failed) this.store.change(id, { star: true }, { title: id, authors: '' });
    history.replaceState(null, '', location.pathname);
  }
}

/** By its announcement day the list knows which file has a paper's topics and all else that it is filtered by. */
const announcedOn = (page: Document): string =>
  page.querySelector<HTMLTimeElement>('.record time')?.dateTime ?? '';

const formatOf = (button: HTMLButtonElement): Format => {
  const { format } = button.dataset;
  return format === 'bib' || format === 'ris' || format === 'csv' ? format : 'json';
};

export function startSavedPage(): void {
  const root = document.querySelector<HTMLElement>('.saved-page');
  if (root) new SavedPage(root, openMarksStore()).start();
}
