/** Filters of a list that stands in the page whole: without this script everything is shown. */

/**
 * Starts the form `.filters` of the page, and the choice of view beside it: the form hides what does not fit, and the
 * address keeps what was chosen, so that a filtered list can be sent and comes back with the browser's own buttons.
 */
export function startFilters(): void {
  const form = document.querySelector<HTMLFormElement>('form.filters');
  if (!form) return;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => changed(form));
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    clear(form);
    changed(form);
  });
  for (const view of views()) view.addEventListener('change', () => keep(form));
  read(form);
  addEventListener('popstate', () => read(form));
}

type Control = HTMLSelectElement | HTMLInputElement;

/** Takes over what the address says; a word that no item has is as good as none. */
function read(form: HTMLFormElement): void {
  const chosen = new URLSearchParams(location.search);
  for (const control of controlsOf(form)) {
    const value = chosen.get(control.name);
    if (control instanceof HTMLInputElement) control.checked = value === control.value;
    else {
      control.value = value ?? '';
      if (control.selectedIndex < 0) control.value = '';
    }
  }
  const view = chosen.get('view');
  for (const choice of views())
    choice.checked = view === null ? choice.defaultChecked : choice.value === view;
  apply(form);
}

/** By hand: the event comes before the browser has reset anything. */
function clear(form: HTMLFormElement): void {
  for (const control of controlsOf(form)) {
    if (control instanceof HTMLSelectElement) control.value = '';
    else control.checked = false;
  }
}

function changed(form: HTMLFormElement): void {
  apply(form);
  keep(form);
}

function keep(form: HTMLFormElement): void {
  const view = views().find(({ checked }) => checked);
  const named = view && !view.defaultChecked ? [['view', view.value]] : [];
  const query = new URLSearchParams([...wishesOf(form), ...named]).toString();
  history.replaceState(null, '', (query === '' ? location.pathname : `?${query}`) + location.hash);
}

/** Ways to show the same items, as radio buttons. */
function views(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('.view input')];
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      element instanceof HTMLSelectElement || element instanceof HTMLInputElement,
  );
}

/** What is chosen, as pairs of attribute and word. */
function wishesOf(form: HTMLFormElement): [name: string, word: string][] {
  return controlsOf(form).flatMap((control): [string, string][] => {
    const on = control instanceof HTMLSelectElement ? control.value !== '' : control.checked;
    return on ? [[control.name, control.value]] : [];
  });
}

function apply(form: HTMLFormElement): void {
  const wishes = wishesOf(form);
  let shown = 0;
  for (const item of document.querySelectorAll<HTMLElement>('[data-item]')) {
    const fits = wishes.every(([name, word]) => item.dataset[name]?.split(' ').includes(word));
    item.hidden = !fits;
    if (fits) shown += 1;
  }
  for (const group of document.querySelectorAll<HTMLElement>('[data-group]')) {
    group.hidden = wishes.length > 0 && group.querySelector('[data-item]:not([hidden])') === null;
  }
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('[data-fold]'))
    fold.open = wishes.length > 0;
  form.classList.toggle('in-use', wishes.length > 0);
  const output = form.querySelector('output');
  if (output) output.textContent = wishes.length === 0 ? '' : told(form, shown);
}

function told({ dataset }: HTMLFormElement, shown: number): string {
  if (shown === 0) return dataset['none'] ?? '';
  const [one = '', many = '']: string[] = JSON.parse(dataset['shown'] ?? '[]');
  return (shown === 1 ? one : many).replace('{n}', String(shown));
}
