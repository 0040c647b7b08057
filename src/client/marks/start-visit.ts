import type { MarksStore } from './marks-store.ts';

/** On the home page: what came since the reader's last visit, when anything did. */
export function startVisit(store: MarksStore): void {
  const place = document.querySelector<HTMLElement>('[data-since]');
  const { newest } = document.documentElement.dataset;
  if (!place || newest === undefined) return;
  const visit = store.visit(newest);
  if (!visit || visit.last >= newest) return;
  void import('./since.ts').then(({ showSince }) => showSince(place, store, visit, newest));
}
