import { openMarksStore } from './marks-store.ts';
import { notice } from './notice.ts';
import { RowMarks } from './row-marks.ts';
import { sayMarks } from './say-marks.ts';
import { startVisit } from './start-visit.ts';
import { startKeyboard } from './keyboard.ts';

/** Marks and keys on every page that lists papers. */
export function startMarks(): void {
  const store = openMarksStore();
  store.onTrouble = (reason) => notice(sayMarks(reason));
  const marks = new RowMarks(store);
  marks.drawAll();
  startKeyboard(marks);
  startVisit(store);
}
