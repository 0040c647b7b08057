/** The form under "A feed of your own": its fields come from the address and go back into it. */
import { configLines, readPhrases, type OwnFeed } from './config-lines.ts';

type Within = NonNullable<OwnFeed['within']>;

const isTopics = (value: unknown): value is Within[] =>
  Array.isArray(value) && value.every((one: unknown) => typeof one === 'object' && one !== null);

export function startOwnFeed(): void {
  const form = document.querySelector<HTMLFormElement>('.own-feed');
  const lines = document.querySelector<HTMLElement>('.own-lines');
  const known: unknown = JSON.parse(document.querySelector('.own-topics')?.textContent ?? '[]');
  if (!form || !lines || !isTopics(known)) return;
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')];
  const asked = new URLSearchParams(location.search);
  for (const field of fields) field.value = (asked.get(field.name) ?? field.value).slice(0, 300);

  const show = (): void => {
    const value = (name: string): string =>
      fields.find((field) => field.name === name)?.value ?? '';
    lines.textContent = configLines(
      {
        phrases: readPhrases(value('q')),
        without: readPhrases(value('without')),
        within: known.find(({ id }) => id === value('topic')) ?? null,
      },
      known[0]?.group ?? 'all',
    );
  };
  form.addEventListener('input', () => {
    const filled = fields
      .filter(({ value }) => value !== '')
      .map(({ name, value }) => [name, value]);
    const query = new URLSearchParams(filled).toString();
    history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
    show();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  show();
}
