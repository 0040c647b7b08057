/** One line at the foot of the window that says what was done and how to take it back. Read out, never in the way. */
let box: HTMLElement | null = null;
let timer = 0;

const SHOWN_MS = 6_000;

export function notice(text: string, action?: { label: string; act: () => void }): void {
  box ??= document.body.appendChild(document.createElement('p'));
  box.className = 'did';
  box.setAttribute('role', 'status');
  const words = document.createElement('span');
  words.textContent = text;
  box.replaceChildren(words);
  if (action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = action.label;
    button.addEventListener('click', action.act);
    box.append(button);
  }
  box.hidden = false;
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    if (box && !box.matches(':hover, :focus-within')) box.hidden = true;
  }, SHOWN_MS);
}
