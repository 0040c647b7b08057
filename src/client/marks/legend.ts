import { fill } from '../../i18n/dictionary.ts';
import { keys } from '../../i18n/keys.ts';
import { shownLang } from '../say.ts';

const sayKeys = (key: keyof (typeof keys)['en']): string => fill(keys[shownLang()][key]);

const KEYS = [
  ['j k', 'keyNext'],
  ['o', 'keyOpen'],
  ['e', 'keyUnfold'],
  ['s', 'keyStar'],
  ['r', 'keyRead'],
  ['x', 'keyHide'],
  ['u', 'keyUndo'],
  ['[ ]', 'keyDay'],
  ['f', 'keyFilter'],
  ['/', 'keySearch'],
  ['g', 'keyToday'],
  ['v', 'keySaved'],
  ['b', 'keyBib'],
  ['?', 'keyLegend'],
] as const;

/** The list of keys, with the switch that turns them off. Escape or the button closes it. */
export function showLegend(on: boolean, onSwitch: (on: boolean) => void): void {
  if (document.querySelector('.legend')) return;
  const dialog = document.createElement('dialog');
  dialog.className = 'legend';
  const heading = document.createElement('h2');
  heading.textContent = sayKeys('keys');
  const list = document.createElement('dl');
  for (const [keys, words] of KEYS) {
    const term = document.createElement('dt');
    term.append(
      ...keys
        .split(' ')
        .map((key) => Object.assign(document.createElement('kbd'), { textContent: key })),
    );
    list.append(term, Object.assign(document.createElement('dd'), { textContent: sayKeys(words) }));
  }
  const label = document.createElement('label');
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: on });
  box.addEventListener('change', () => onSwitch(box.checked));
  label.append(box, sayKeys('keysOn'));
  const close = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: sayKeys('close'),
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(heading, list, label, close);
  document.body.append(dialog);
  dialog.showModal();
}
