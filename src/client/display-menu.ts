import { readPreference, storePreference, type Preference } from './preference.ts';
import { say, type Words } from './say.ts';

interface Choice {
  key: Preference;
  legend: Words;
  /** Value and label; `null` is the default and is not stored. */
  options: readonly (readonly [value: string | null, label: Words])[];
}

const choices: readonly Choice[] = [
  {
    key: 'theme',
    legend: 'theme',
    options: [
      [null, 'themeAuto'],
      ['light', 'themeLight'],
      ['dark', 'themeDark'],
    ],
  },
  {
    key: 'density',
    legend: 'density',
    options: [
      [null, 'densityDetail'],
      ['compact', 'densityCompact'],
    ],
  },
  {
    key: 'read',
    legend: 'readRows',
    options: [
      [null, 'readShown'],
      ['hidden', 'readHidden'],
    ],
  },
];

function apply(key: Preference, value: string | null): void {
  if (value === null) document.documentElement.removeAttribute(`data-${key}`);
  else document.documentElement.setAttribute(`data-${key}`, value);
  storePreference(key, value);
}

function fieldset({ key, legend, options }: Choice): HTMLFieldSetElement {
  const set = document.createElement('fieldset');
  const title = set.appendChild(document.createElement('legend'));
  title.textContent = say(legend);
  const row = set.appendChild(document.createElement('div'));
  for (const [value, words] of options) {
    const input = document.createElement('input');
    input.type = 'radio';
    input.name = `display-${key}`;
    input.checked = readPreference(key) === value;
    input.addEventListener('change', () => apply(key, value));
    const option = row.appendChild(document.createElement('label'));
    option.append(input, say(words));
  }
  return set;
}

/** Fills the menu when it is first opened: a reader who never opens it pays nothing. */
export function startDisplayMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('.display');
  if (!menu) return;
  menu.addEventListener('toggle', () => {
    if (!menu.open || menu.querySelector('.display-panel')) return;
    const panel = menu.appendChild(document.createElement('div'));
    panel.className = 'display-panel';
    panel.append(...choices.map(fieldset));
  });
  const close = () => menu.removeAttribute('open');
  document.addEventListener('click', ({ target }) => {
    if (menu.open && target instanceof Node && !menu.contains(target)) close();
  });
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    close();
    menu.querySelector('summary')?.focus();
  });
}
