type Child = Node | string | null | false;

/** An element of text nodes and elements alone: what lists hold came from outside. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== false));
  return made;
}

/** A button that does what it says. */
export function button(words: string, act: () => void, className = ''): HTMLButtonElement {
  const made = element('button', { type: 'button' }, words);
  if (className !== '') made.className = className;
  made.addEventListener('click', act);
  return made;
}
