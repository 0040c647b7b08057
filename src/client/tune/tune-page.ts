/** The page on which a config is tried: the field, what is wrong with it, and what it changes. */
import { fill } from '../../i18n/dictionary.ts';
import { tune } from '../../i18n/tune.ts';
import { paperUrl } from '../../render/urls.ts';
import { shownLang } from '../say.ts';
import type { FromWorker } from './messages.ts';
import { problemList } from './problem-list.ts';
import { resultView } from './result-view.ts';
import { startTakeOver } from './take-over.ts';
import { TuneSession } from './tune-session.ts';

/** After the last key; a text is read in a few milliseconds, papers in some hundred. */
const PAUSE_MS = 250;
const DRAFT = 'tune-draft';

export async function startTunePage(): Promise<void> {
  const form = document.querySelector<HTMLFormElement>('.tune-form');
  const field = form?.querySelector<HTMLTextAreaElement>('textarea');
  const look = form?.querySelector<HTMLButtonElement>('.tune-look');
  const reset = form?.querySelector<HTMLButtonElement>('.tune-reset');
  const state = form?.querySelector<HTMLElement>('.tune-state');
  const problems = document.querySelector<HTMLElement>('.tune-wrong');
  const result = document.querySelector<HTMLElement>('.tune-result');
  if (!form || !field || !look || !reset || !state || !problems || !result) return;
  const lang = shownLang();
  const words = tune[lang];
  const base = form.dataset['base'] ?? '/';
  const own = await ownFile(form.dataset['file'] ?? '').catch((error: unknown) => {
    const what = error instanceof Error ? error.message : String(error);
    state.textContent = fill(words.tuneLoadFailed, { what });
    return null;
  });
  if (own === null) return;
  let loads: 'not yet' | 'now' | 'done' = 'not yet';

  const session = new TuneSession({
    startWorker: () => new Worker(new URL('./tune-worker.ts', import.meta.url), { type: 'module' }),
    start: { type: 'start', base: new URL(base, location.href).href, own },
    tell: (message) => tell(message),
    broke: (what) => tell({ type: 'failed', what }),
  });

  const load = (): void => {
    if (loads !== 'not yet') return;
    loads = 'now';
    look.hidden = true;
    session.load();
  };

  const tell = (message: FromWorker): void => {
    if (message.type === 'loading') {
      const { done: at, of: n } = message;
      state.textContent = fill(words.tuneLooking, { at, n });
    } else if (message.type === 'failed') {
      loads = 'not yet';
      look.hidden = false;
      state.textContent = fill(words.tuneLoadFailed, { what: message.what });
    } else {
      show(message);
    }
  };

  const show = ({ problems: wrong, comparison }: FromWorker & { type: 'tried' }): void => {
    const n = wrong.length;
    state.textContent = fill(n === 0 ? words.tuneValid : words.tuneProblems, { n });
    problems.replaceChildren(...(n === 0 ? [] : [problemList(wrong, field)]));
    form.toggleAttribute('data-wrong', n > 0);
    if (comparison === null) return;
    loads = 'done';
    const opened = openOnes(result);
    const paper = (id: string): string => paperUrl(base, id);
    result.replaceChildren(...resultView(comparison, { lang, paper }));
    reopen(result, opened);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('input', () => {
    keep(field.value === own ? null : field.value);
    load();
    clearTimeout(timer);
    timer = setTimeout(() => session.try(field.value), PAUSE_MS);
  });
  look.addEventListener('click', load);
  reset.addEventListener('click', () => {
    field.value = own;
    keep(null);
    session.try(own);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  field.value = draft() ?? own;
  field.disabled = false;
  session.try(field.value);
  startTakeOver(field);
}

async function ownFile(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.text();
}

/** What was typed survives a reload of the tab. Where storage is forbidden it does not. */
function keep(text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(DRAFT);
    else sessionStorage.setItem(DRAFT, text);
  } catch {
    // forbidden or full: the field itself still holds it
  }
}

function draft(): string | null {
  try {
    return sessionStorage.getItem(DRAFT);
  } catch {
    return null;
  }
}

/** Which parts are unfolded, by their place: they stay so while one types. */
const openOnes = (result: HTMLElement): boolean[] =>
  [...result.querySelectorAll('details')].map(({ open }) => open);

function reopen(result: HTMLElement, opened: readonly boolean[]): void {
  for (const [place, details] of [...result.querySelectorAll('details')].entries())
    details.open = opened[place] ?? false;
}
