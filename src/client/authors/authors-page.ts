/** The form of the authors' front page: a name leads to its papers, or to a search when it has too few for a place. */
import { authors as words } from '../../i18n/authors.ts';
import { fill } from '../../i18n/dictionary.ts';
import { shownLang } from '../say.ts';
import { siteUrl } from '../site-url.ts';
import { findAuthor } from './find-author.ts';

export function startAuthorsPage(): void {
  const form = document.querySelector<HTMLFormElement>('.find-author');
  const input = form?.querySelector('input');
  const status = form?.querySelector('[role=status]');
  if (!form || !input || !status) return;
  const show = (name: string): void => void answer(name, form, status);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const name = input.value.trim();
    history.replaceState(null, '', name === '' ? location.pathname : `?${query(name)}`);
    show(name);
  });
  const asked = new URLSearchParams(location.search).get('name')?.trim() ?? '';
  input.value = asked;
  show(asked);
}

const query = (name: string): string => new URLSearchParams({ name }).toString();

/** Every shelf is linked from the page of the form. */
const isShelf = ({ href }: URL): boolean =>
  [...document.querySelectorAll<HTMLAnchorElement>('.author-letters a')].some(
    (link) => link.href === href,
  );

async function answer(name: string, form: HTMLElement, status: Element): Promise<void> {
  if (name === '') return status.replaceChildren();
  const found = await findAuthor(name, siteUrl('./'), isShelf);
  // Not a step of its own: the back button would only lead forward again.
  if (typeof found === 'object') return location.replace(found.url);
  const say = words[shownLang()];
  status.textContent = fill(say[found], { name });
  if (found === 'failed') return;
  const link = document.createElement('a');
  link.href = `${form.dataset['search'] ?? ''}?${new URLSearchParams({ q: name }).toString()}`;
  link.textContent = fill(say.searchInstead);
  status.append(' ', link);
}
