import type { Paper } from '../paper.ts';
import type { Dataset } from '../records/dataset.ts';
import type { Employer } from '../records/job.ts';
import { bareName, nameFinder, namesOf } from './name-dictionary.ts';

/** Finds which employers a paper comes from, in the order of the list. */
export type EmployerFinder = (paper: Pick<Paper, 'authors' | 'links'>) => string[];

/**
 * A paper comes from an employer when an author names it as affiliation, or when the paper has a page at its address. A
 * text that names a company may only speak of its robots, so texts are not looked at. Pages of a house that lends its
 * address to others (a university, a host of models) say nothing.
 */
export function employerFinder(employers: readonly Employer[]): EmployerFinder {
  const find = nameFinder(employers);
  const own = employers
    .filter(({ kind, id }) => kind === 'company' && !LENDS_ITS_ADDRESS.has(id))
    .map(({ id, site }) => ({ id, host: hostOf(site) }));
  return ({ authors, links }) => {
    const affiliations = authors.flatMap(({ affiliation }) => affiliation ?? []).join('; ');
    const named = affiliations === '' ? [] : find({ title: affiliations, abstract: null });
    const hosts = links.map(({ url }) => hostOf(url));
    const linked = own
      .filter(({ host }) => hosts.some((one) => one === host || one.endsWith(`.${host}`)))
      .map(({ id }) => id);
    const found = new Set([...named, ...linked]);
    return employers.map(({ id }) => id).filter((id) => found.has(id));
  };
}

const LENDS_ITS_ADDRESS: ReadonlySet<string> = new Set(['hugging-face']);

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** Finds which employers published a dataset: its publisher is one of them, or names one among others. */
export function publisherFinder(
  employers: readonly Employer[],
): (dataset: Pick<Dataset, 'publisher'>) => string[] {
  const find = nameFinder(employers);
  return ({ publisher }) => {
    const bare = bareName(publisher).toLowerCase();
    const found = new Set(find({ title: publisher, abstract: null }));
    return employers
      .filter(
        (one) =>
          found.has(one.id) ||
          [one.name, ...namesOf(one)].some((name) => bareName(name).toLowerCase() === bare),
      )
      .map(({ id }) => id);
  };
}
