/** Filters of a list that stands in the page whole: without this script everything is shown. */

/** Starts the form `.filters` of the page: it hides what does not fit, and keeps what was chosen in the address. */
export function startFilters(): void {
  const form = document.querySelector<HTMLFormElement>('form.filters');
  if (!form) return;
  const chosen = new URLSearchParams(location.search);
  for (const control of controlsOf(form)) {
    const value = chosen.get(control.name);
    if (value === null) continue;
    if (control instanceof HTMLSelectElement) control.value = value;
    else control.checked = value === control.value;
  }
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => {
    apply(form);
    const query = new URLSearchParams(wishesOf(form)).toString();
    history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
  });
  form.hidden = false;
  if (wishesOf(form).length > 0) apply(form);
}

type Control = HTMLSelectElement | HTMLInputElement;

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
  const output = form.querySelector('output');
  if (output) output.textContent = wishes.length === 0 ? '' : told(form, shown);
}

function told({ dataset }: HTMLFormElement, shown: number): string {
  if (shown === 0) return dataset['none'] ?? '';
  const [one = '', many = '']: string[] = JSON.parse(dataset['shown'] ?? '[]');
  return (shown === 1 ? one : many).replace('{n}', String(shown));
}
