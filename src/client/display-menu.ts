/** Loads and fills the menu when it is first opened: a reader who never opens it pays nothing. */
export function startDisplayMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('.display');
  if (!menu) return;
  menu.addEventListener('toggle', () => {
    if (!menu.open) return;
    void import('./display-panel.ts').then(({ displayPanel }) => {
      if (!menu.querySelector('.display-panel')) menu.append(displayPanel());
    });
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
