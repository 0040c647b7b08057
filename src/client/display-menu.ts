/** Loads and fills the menu when it is first opened: a reader who never opens it pays nothing. */
export function startDisplayMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('.display');
  if (!menu) return;
  const fill = async (): Promise<void> => {
    const { displayPanel } = await import('./display-panel.ts');
    if (!menu.querySelector('.display-panel')) menu.append(displayPanel());
  };
  menu.addEventListener('toggle', () => {
    if (menu.open) void fill();
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
