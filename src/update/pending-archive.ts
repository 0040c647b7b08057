import type { Day, Paper, PaperId } from '../paper.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { comparePaperIds } from '../text/ids.ts';

/** The snapshot as it will be: what the sources of a run changed lies over what it holds. */
export class PendingArchive {
  readonly snapshot: Snapshot;
  readonly #changed = new Map<PaperId, Paper>();

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
  }

  /** Papers of these ids; an id the archive does not hold is not in the map. */
  find(ids: Iterable<PaperId>): Map<PaperId, Paper> {
    const wanted = [...ids];
    const found = this.snapshot.find(wanted.filter((id) => !this.#changed.has(id)));
    for (const id of wanted) {
      const changed = this.#changed.get(id);
      if (changed) found.set(id, changed);
    }
    return found;
  }

  /** Papers of one announcement date. */
  papersOf(day: Day): Paper[] {
    const kept = this.snapshot.papersOf(day).filter(({ id }) => !this.#changed.has(id));
    const changed = [...this.#changed.values()].filter(({ announced }) => announced === day);
    return [...kept, ...changed].sort((a, b) => comparePaperIds(a.id, b.id));
  }

  /** Puts merged papers over what is known. */
  put(papers: Iterable<Paper>): void {
    for (const paper of papers) this.#changed.set(paper.id, paper);
  }

  /** All that was put, by id. */
  changed(): Paper[] {
    return [...this.#changed.values()].sort((a, b) => comparePaperIds(a.id, b.id));
  }
}
