import { fill } from '../../i18n/dictionary.ts';
import { tune } from '../../i18n/tune.ts';
import { shownLang } from '../say.ts';

/** Copying, downloading, and the way to GitHub's editor. */
export function startTakeOver(field: HTMLTextAreaElement): void {
  const form = document.querySelector<HTMLFormElement>('.tune-take');
  const said = form?.querySelector('output');
  const repository = form?.querySelector<HTMLInputElement>('[name="repository"]');
  if (!form || !said || !repository) return;
  const words = tune[shownLang()];

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = fill(words.tuneCopied);
    } catch {
      field.select();
      said.textContent = fill(words.tuneCopyFailed);
    }
  };

  form.querySelector('.tune-copy')?.addEventListener('click', () => void copy());
  form.querySelector('.tune-download')?.addEventListener('click', () => download(field.value));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const address = editorAddress(repository.value);
    if (address === null) {
      said.textContent = fill(words.tuneRepositoryWrong);
      repository.focus();
      return;
    }
    void copy();
    window.open(address, '_blank', 'noopener');
  });
}

/** GitHub's editor of `config.yaml` on the branch that the daily run works on; `null` for what names no repository. */
export function editorAddress(repository: string): string | null {
  const name = /^(?:https:\/\/github\.com\/)?([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
    repository.trim(),
  )?.[1];
  return name === undefined ? null : `https://github.com/${name}/edit/main/config.yaml`;
}

function download(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/yaml;charset=utf-8' }));
  link.download = 'config.yaml';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
