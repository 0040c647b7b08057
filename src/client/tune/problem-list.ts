import type { ConfigProblem } from '../../config/config-error.ts';
import { fill } from '../../i18n/dictionary.ts';
import { tune } from '../../i18n/tune.ts';
import { shownLang } from '../say.ts';

/** What is wrong, in the words of the command line; each place leads to its line in the field. */
export function problemList(
  problems: readonly ConfigProblem[],
  field: HTMLTextAreaElement,
): HTMLElement {
  const words = tune[shownLang()];
  const list = document.createElement('ol');
  list.className = 'tune-problems';
  for (const { line, column, path, message } of problems) {
    const item = document.createElement('li');
    const go = document.createElement('button');
    go.type = 'button';
    go.textContent = fill(words.tuneLine, { line: `${line}:${column}` });
    go.addEventListener('click', () => showLine(field, line));
    const what = document.createElement('span');
    what.lang = 'en';
    what.textContent = `${path === '' ? '' : `${path}: `}${message}`;
    item.append(go, ' ', what);
    list.append(item);
  }
  return list;
}

function showLine(field: HTMLTextAreaElement, line: number): void {
  const lines = field.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  field.focus();
  field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  const height = field.scrollHeight / Math.max(1, lines.length);
  field.scrollTop = Math.max(0, (line - 3) * height);
}
