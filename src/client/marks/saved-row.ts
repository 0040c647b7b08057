import { formatDate } from '../../i18n/dates.ts';
import { paperUrl } from '../../render/urls.ts';
import { shownLang } from '../say.ts';
import type { PaperId } from '../../paper.ts';
import type { Mark, MarkPatch } from './marks.ts';
import { saySaved } from './say-saved.ts';

function field(label: string, control: HTMLInputElement | HTMLTextAreaElement): HTMLLabelElement {
  const made = document.createElement('label');
  const words = document.createElement('span');
  words.textContent = label;
  made.append(words, control);
  return made;
}

function head(id: PaperId, { title, authors, day }: Mark, base: string): HTMLElement[] {
  const heading = document.createElement('h3');
  heading.lang = 'en';
  heading.append(
    Object.assign(document.createElement('a'), {
      href: paperUrl(base, id),
      textContent: title || id,
    }),
  );
  const by = Object.assign(document.createElement('p'), { className: 'by', textContent: authors });
  if (day === undefined) return [heading, by];
  const tags = Object.assign(document.createElement('p'), { className: 'tags' });
  const time = Object.assign(document.createElement('time'), {
    dateTime: day,
    textContent: formatDate(shownLang(), day, 'long'),
  });
  tags.append(time);
  return [heading, by, tags];
}

/** A saved paper with its note and tags; `change` keeps what the reader types when it is done. */
export class SavedRow {
  readonly element = document.createElement('li');
  private readonly note = Object.assign(document.createElement('textarea'), { rows: 1 });
  private readonly tags = Object.assign(document.createElement('input'), { type: 'text' });

  constructor(id: PaperId, mark: Mark, base: string, change: (patch: MarkPatch) => void) {
    const { note, tags } = this;
    this.element.className = 'row saved';
    this.element.id = id;
    tags.placeholder = saySaved('tagsHint');
    note.addEventListener('change', () => change({ note: note.value }));
    tags.addEventListener('change', () => change({ tags: tags.value.split(/[,，]/) }));
    const remove = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: saySaved('remove'),
    });
    remove.addEventListener('click', () => change({ star: false, note: '', tags: [] }));
    const edit = Object.assign(document.createElement('div'), { className: 'saved-edit' });
    edit.append(field(saySaved('note'), note), field(saySaved('tags'), tags), remove);
    const shown = document.createElement('div');
    shown.append(...head(id, mark, base), edit);
    this.element.append(shown);
    this.update(mark);
  }

  /** Shows what is kept, but never under the reader's fingers. */
  update({ note = '', tags = [] }: Mark): void {
    if (document.activeElement !== this.note) this.note.value = note;
    if (document.activeElement !== this.tags) this.tags.value = tags.join(', ');
  }
}
