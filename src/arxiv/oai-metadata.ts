/** The metadata of an OAI-PMH record, in arXiv's two formats. */
import type { Author, Day, Instant } from '../paper.ts';
import { isDay, parseInstant } from '../text/dates.ts';
import { accentsToUnicode, oneLine, oneLineOrNull, paragraphs } from './answer-text.ts';
import { authorsOf, parseAuthorLine } from './author-line.ts';
import { isCategory } from './category.ts';
import type { XmlElement } from './xml.ts';

/** A version of a paper; `withdrawn` where arXiv keeps no source of it. */
export interface StatedVersion {
  version: number;
  submitted: Instant;
  withdrawn: boolean;
}

export interface OaiMetadata {
  title: string;
  abstract: string | null;
  authors: Author[];
  /** The primary category first. */
  categories: string[];
  comment: string | null;
  journal_ref: string | null;
  doi: string | null;
  license: string | null;
  /** Oldest first, from v1 on. Empty in the `arXiv` format, which does not state them. */
  versions: StatedVersion[];
  /** The submission day of the current version in the `arXiv` format, which calls it `created`; else `null`. */
  currentVersionDay: Day | null;
}

/** In: `<arXivRaw>` or `<arXiv>`. Out: what a record holds beside its header, or why it cannot be used. */
export function readMetadata(format: XmlElement): OaiMetadata | string {
  const raw = format.name === 'arXivRaw';
  const title = oneLine(accentsToUnicode(format.first('title')?.text ?? ''));
  if (title === '') return 'it has no title';
  const categories = [
    ...new Set(oneLine(format.first('categories')?.text).split(' ').filter(isCategory)),
  ];
  if (categories.length === 0) return 'it has no category';
  const authors = raw
    ? parseAuthorLine(format.first('authors')?.text ?? '')
    : (format.first('authors')?.all('author') ?? []).flatMap(readAuthor);
  if (authors.length === 0) return 'it has no author';
  const versions = raw ? readVersions(format.all('version')) : [];
  if (typeof versions === 'string') return versions;
  const created = oneLine(format.first('created')?.text);
  if (!raw && !isDay(created)) return 'its date cannot be read';
  return {
    title,
    abstract: paragraphs(accentsToUnicode(format.first('abstract')?.text ?? '')),
    authors,
    categories,
    comment: oneLineOrNull(accentsToUnicode(format.first('comments')?.text ?? '')),
    journal_ref: oneLineOrNull(accentsToUnicode(format.first('journal-ref')?.text ?? '')),
    doi: oneLineOrNull(format.first('doi')?.text),
    license: oneLineOrNull(format.first('license')?.text),
    versions,
    currentVersionDay: raw ? null : created,
  };
}

/** v1, v2, … without a gap, each with its instant, or what is wrong with them. */
function readVersions(elements: readonly XmlElement[]): StatedVersion[] | string {
  const versions: StatedVersion[] = [];
  for (const element of elements) {
    const version = Number(/^v(\d{1,4})$/.exec(element.attributes['version'] ?? '')?.[1] ?? 0);
    const submitted = parseInstant(oneLine(element.first('date')?.text));
    if (version < 1 || submitted === null) return 'one of its versions has no number or no date';
    versions.push({
      version,
      submitted,
      withdrawn: /I/.test(oneLine(element.first('source_type')?.text)),
    });
  }
  versions.sort((a, b) => a.version - b.version);
  if (versions.length === 0) return 'it states no version';
  if (versions.some(({ version }, at) => version !== at + 1))
    return 'its versions do not run from v1 on';
  return versions;
}

/** `<forenames>`, `<keyname>`, `<suffix>`, `<affiliation>*`. */
function readAuthor(author: XmlElement): Author[] {
  const part = (name: string): string => author.first(name)?.text ?? '';
  const affiliations = author.all('affiliation').map(({ text }) => oneLine(accentsToUnicode(text)));
  return authorsOf(
    oneLine(`${part('forenames')} ${part('keyname')} ${part('suffix')}`),
    affiliations.filter((text) => text !== ''),
  );
}
