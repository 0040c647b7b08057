/** A click on the abstract or the authors unfolds the row too; a selection of text does not. */
export function startUnfold(): void {
  document.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof Element) || target.closest('a, summary, button, input')) return;
    const details = target.closest('.abs, .by')?.closest('.row')?.querySelector('details');
    if (!details || getSelection()?.isCollapsed === false) return;
    details.open = !details.open;
  });
}
