/** What the browser adds to a week's sheet: a button that prints it, and the reader's own starred papers of the week. */
import { week as words } from '../i18n/week.ts';
import { fill } from '../i18n/dictionary.ts';
import { openMarksStore } from './marks/marks-store.ts';
import type { Mark } from './marks/marks.ts';
import { shownLang } from './say.ts';
import { siteUrl } from './site-url.ts';

/** More would push the sheet beyond its two pages. */
const SHOWN = 10;

export function startWeekSheet(): void {
  const sheet = document.querySelector<HTMLElement>('.sheet');
  const tools = sheet?.querySelector('.sheet-tools');
  if (!sheet || !tools) return;
  const say = words[shownLang()];
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = fill(say.print);
  button.addEventListener('click', () => print());
  tools.append(button);

  const { from = '', to = '' } = sheet.dataset;
  const starred = Object.entries(openMarksStore().all().papers)
    .filter(([, { star, day }]) => star && day !== undefined && from <= day && day <= to)
    .sort(([, a], [, b]) => a.at - b.at);
  if (starred.length === 0) return;
  const section = document.createElement('section');
  section.className = 'sheet-stars';
  const heading = document.createElement('h2');
  heading.textContent = fill(say.starred, { n: starred.length });
  const list = document.createElement('ul');
  list.append(...starred.slice(0, SHOWN).map(([id, mark]) => item(id, mark)));
  section.append(heading, list);
  sheet.querySelector('.sheet-papers')?.before(section);
}

function item(id: string, { title, note }: Mark): HTMLLIElement {
  const made = document.createElement('li');
  const link = document.createElement('a');
  link.href = siteUrl(`papers/${id}/`);
  link.lang = 'en';
  link.textContent = title;
  const facts = document.createElement('small');
  facts.textContent = note === undefined ? id : `${id} · ${note}`;
  made.append(link, facts);
  return made;
}
