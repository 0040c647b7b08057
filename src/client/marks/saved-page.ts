/** The saved list: search, tags, notes, export and import. Drawn from the browser's own marks. */
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
import { savedRow } from './saved-row.ts';
import { sayMarks } from './say-marks.ts';
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

  private draw(): void {
    if (this.root.querySelector('.saved-edit :focus')) return; // never under the reader's fingers
    const list = this.list();
    const all = savedPapers(this.store.all()).length;
    const change = (saved: Saved) => (patch: Parameters<MarksStore['change']>[1]) =>
      this.store.change(saved.id, patch, saved.mark);
    this.part('.rows').replaceChildren(
      ...list.map((saved) => savedRow(saved, this.base, change(saved))),
    );
    this.part('.saved-state').textContent =
      all === 0
        ? sayMarks('savedEmpty')
        : list.length === 0
          ? sayMarks('savedNoMatch')
          : sayMarks('savedCount', { n: list.length });
    this.root.classList.toggle('has-papers', all > 0);
  }

  private async export(format: Format): Promise<void> {
    const list = this.list();
    if (format === 'json')
      return download('marks.json', 'application/json', marksJson(this.store.all()));
    if (format === 'csv') return download('saved.csv', 'text/csv', marksCsv(list));
    const state = this.part('.saved-state');
    const { papers, failed } = await collectCitations(
      list.map(({ id }) => id),
      async (id) => readCitation(await paperPage(paperUrl(this.base, id))),
      (at) => {
        state.textContent = sayMarks('citing', { at, n: list.length });
      },
    );
    this.draw();
    if (failed.length > 0) notice(sayMarks('citeFailed', { n: failed.length }));
    if (format === 'bib') download('saved.bib', 'application/x-bibtex', marksBibtex(papers));
    else download('saved.ris', 'application/x-research-info-systems', marksRis(papers));
  }

  private async copyLink(): Promise<void> {
    const link = shareLink(
      location.origin + location.pathname,
      this.list().map(({ id }) => id),
    );
    const copied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    );
    if (!copied) history.replaceState(null, '', link);
    notice(sayMarks(copied ? 'linkCopied' : 'linkFailed'));
  }

  private async import(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    try {
      const changed = this.store.import(parseMarks(await file.text()));
      notice(sayMarks('imported', { n: changed }));
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
    notice(sayMarks('fromLink', { n: ids.length }), {
      label: sayMarks('addAll'),
      act: () => void this.addAll(ids),
    });
  }

  private async addAll(ids: string[]): Promise<void> {
    const { papers, failed } = await collectCitations(
      ids,
      async (id) => readCitation(await paperPage(paperUrl(this.base, id))),
      () => {},
    );
    for (const { id, title, authors } of papers)
      this.store.change(
        id,
        { star: true },
        { title, authors: authors.map(({ name }) => name).join(', ') },
      );
    for (const id of failed) this.store.change(id, { star: true }, { title: id, authors: '' });
    history.replaceState(null, '', location.pathname);
  }
}

const formatOf = (button: HTMLButtonElement): Format => {
  const { format } = button.dataset;
  return format === 'bib' || format === 'ris' || format === 'csv' ? format : 'json';
};

export function startSavedPage(): void {
  const root = document.querySelector<HTMLElement>('.saved-page');
  if (root) new SavedPage(root, openMarksStore()).start();
}
