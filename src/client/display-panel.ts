import { readPreference, storePreference, type Preference } from './preference.ts';
import { fill } from '../i18n/dictionary.ts';
import { display } from '../i18n/display.ts';
import { shownLang } from './say.ts';

type Words = keyof (typeof display)['en'];

const say = (key: Words): string => fill(display[shownLang()][key]);

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

/** What the menu opens to. */
export function displayPanel(): HTMLElement {
  const panel = document.createElement('div');
  panel.className = 'display-panel';
  panel.append(...choices.map(fieldset));
  return panel;
}
