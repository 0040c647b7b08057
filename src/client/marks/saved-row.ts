import { formatDate } from '../../i18n/dates.ts';
import { paperUrl } from '../../render/urls.ts';
import { shownLang } from '../say.ts';
import type { Saved } from './export-marks.ts';
import type { MarkPatch } from './marks.ts';
import { sayMarks } from './say-marks.ts';

function field(label: string, control: HTMLInputElement | HTMLTextAreaElement): HTMLLabelElement {
  const made = document.createElement('label');
  const words = document.createElement('span');
  words.textContent = label;
  made.append(words, control);
  return made;
}

/** A saved paper with its note and tags; `change` keeps what the reader types when it is done. */
export function savedRow(
  { id, mark }: Saved,
  base: string,
  change: (patch: MarkPatch) => void,
): HTMLLIElement {
  const row = document.createElement('li');
  row.className = 'row saved';
  row.id = id;
  const title = document.createElement('h3');
  title.lang = 'en';
  title.append(
    Object.assign(document.createElement('a'), {
      href: paperUrl(base, id),
      textContent: mark.title || id,
    }),
  );
  const by = Object.assign(document.createElement('p'), {
    className: 'by',
    textContent: mark.authors,
  });
  row.append(title, by);
  if (mark.day !== undefined) {
    const tags = Object.assign(document.createElement('p'), { className: 'tags' });
    const time = Object.assign(document.createElement('time'), {
      dateTime: mark.day,
      textContent: formatDate(shownLang(), mark.day, 'long'),
    });
    tags.append(time);
    row.append(tags);
  }
  const note = Object.assign(document.createElement('textarea'), {
    rows: 1,
    value: mark.note ?? '',
  });
  note.addEventListener('change', () => change({ note: note.value }));
  const tags = Object.assign(document.createElement('input'), {
    type: 'text',
    value: (mark.tags ?? []).join(', '),
  });
  tags.addEventListener('change', () => change({ tags: tags.value.split(',') }));
  const remove = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: sayMarks('remove'),
  });
  remove.addEventListener('click', () => change({ star: false, note: '', tags: [] }));
  const edit = Object.assign(document.createElement('div'), { className: 'saved-edit' });
  edit.append(field(sayMarks('note'), note), field(sayMarks('tags'), tags), remove);
  row.append(edit);
  return row;
}
