import type { Day, PaperId } from '../paper.ts';
import type { Dataset } from '../records/dataset.ts';
import type { NewsItem } from '../records/news-item.ts';
import { digest } from './digest.ts';
import type { PaperMention } from './paper-mentions.ts';
import type { NameRef, NewsRef, PaperMentions } from './section-views.ts';

/** News, datasets and employers that a paper's page shows, by paper. */
export class Mentions {
  readonly #of = new Map<PaperId, PaperMentions>();
  readonly #byDay = new Map<Day, PaperId[]>();

  /** @param dayOf the announcement day of a paper; `null` when the archive does not hold it */
  constructor(
    {
      news,
      datasets,
      employers,
      named,
    }: {
      news: readonly NewsItem[];
      datasets: readonly Dataset[];
      employers: readonly NameRef[];
      named: readonly PaperMention[];
    },
    newsRef: (item: NewsItem) => NewsRef,
    dayOf: (id: PaperId) => Day | null,
  ) {
    for (const item of news) for (const id of item.papers) this.#at(id).news.push(newsRef(item));
    for (const { id, name, paper } of datasets)
      if (paper !== null) this.#at(paper).datasets.push({ id, name, introduces: true });
    const names = new Map(datasets.map(({ id, name }) => [id, name]));
    const houses = new Map(employers.map(({ id, name }) => [id, name]));
    for (const { paper, datasets: ids, employers: from } of named) {
      const { datasets: known, employers: ofPaper } = this.#at(paper);
      ofPaper.push(...from.map((id) => ({ id, name: houses.get(id) ?? id })));
      for (const id of ids)
        if (known.every((one) => one.id !== id))
          known.push({ id, name: names.get(id) ?? id, introduces: false });
    }
    for (const id of [...this.#of.keys()].sort()) {
      const day = dayOf(id);
      if (day !== null) this.#byDay.set(day, [...(this.#byDay.get(day) ?? []), id]);
    }
  }

  /** `null` when nothing speaks of it. */
  of(id: PaperId): PaperMentions | null {
    return this.#of.get(id) ?? null;
  }

  /** Changes whenever what is said of a paper of the day does; empty when nothing is. */
  keyOf(day: Day): string {
    const ids = this.#byDay.get(day);
    return ids === undefined ? '' : digest(JSON.stringify(ids.map((id) => [id, this.#of.get(id)])));
  }

  #at(id: PaperId): PaperMentions {
    const known = this.#of.get(id) ?? { news: [], datasets: [], employers: [] };
    this.#of.set(id, known);
    return known;
  }
}
