import type { EarlierVersion, Paper, Stamp } from '../paper.ts';
import { isFull, type Register, type Statements, type Text } from './statements.ts';

const FIELDS =
  words(`id version title abstract authors categories primary_category submitted updated announced
  announced_from first_seen comment journal_ref doi license withdrawn provisional links history citations summary
  provenance`);
const HISTORY_FIELDS = words('version updated replaced');
const HISTORY_TEXT_FIELDS = words(
  'version updated replaced title abstract authors comment links_added from as_of',
);

/** What a stored record states. The inverse of `toPaper` for every record that `toPaper` made. */
export function toStatements(paper: Paper): Statements {
  const text = currentTextOf(paper);
  const full = isFull(text);
  const texts = full ? textsOf(paper, text) : new Map<number, Text>();
  const unseen = paper.history.filter(({ version }) => !texts.has(version));
  return {
    id: paper.id,
    version: paper.version,
    withdrawn: paper.withdrawn === true,
    texts,
    stopgap: full ? null : text,
    submitted: paper.submitted,
    announced: { day: paper.announced, from: paper.announced_from },
    first_seen: paper.first_seen,
    replaced: new Map(
      paper.history.flatMap(({ version, replaced }) =>
        replaced === null ? [] : [[version, replaced] as const],
      ),
    ),
    instants: new Map(
      unseen.flatMap(({ version, updated }) =>
        // v1's is `submitted`, which may become better known.
        updated === null || version === 1 ? [] : [[version, updated] as const],
      ),
    ),
    links: new Map(paper.links.map((link) => [`${link.kind} ${link.url}`, link])),
    doi: register(paper.doi, paper.provenance?.doi ?? text.stamp),
    journal_ref: register(paper.journal_ref, paper.provenance?.journal_ref ?? text.stamp),
    license: license(paper.license, paper.provenance?.license ?? text.stamp),
    citations: paper.citations ?? null,
    summary: paper.summary ?? null,
    extra: unknownFields(paper, FIELDS),
    historyExtra: new Map(
      paper.history.flatMap((earlier) => {
        const read = texts.has(earlier.version) ? HISTORY_TEXT_FIELDS : HISTORY_FIELDS;
        const extra = unknownFields(earlier, read);
        return Object.keys(extra).length > 0 ? [[earlier.version, extra] as const] : [];
      }),
    ),
  };
}

/** Feed and OAI-PMH copy the same field, the API has none: who stated a licence makes no difference. */
export function license(value: string | undefined, stamp: Stamp): Register<string> | null {
  return register(value ?? null, { ...stamp, from: 'api' });
}

export function register(value: string | null, stamp: Stamp): Register<string> | null {
  return value === null ? null : { value, stamp };
}

function currentTextOf(paper: Paper): Text {
  return {
    stamp: {
      version: paper.provenance?.version ?? paper.version,
      from: paper.provenance?.from ?? 'api',
      as_of: paper.provenance?.as_of ?? paper.first_seen,
    },
    title: paper.title,
    abstract: paper.abstract,
    authors: paper.authors,
    comment: paper.comment,
    updated: paper.updated,
    categories: paper.categories,
    primary_category: paper.primary_category,
  };
}

/** Full texts of all versions: history holds only what differs from the next version whose text was seen. */
function textsOf(paper: Paper, newest: Text): Map<number, Text> {
  const texts = new Map([[newest.stamp.version, newest]]);
  let next = newest;
  for (const earlier of paper.history.toReversed()) {
    if (earlier.version >= newest.stamp.version || !isSeen(earlier)) continue;
    const text: Text = {
      ...next,
      stamp: {
        version: earlier.version,
        from: earlier.from ?? 'api',
        as_of: earlier.as_of ?? paper.first_seen,
      },
      updated: earlier.updated,
      categories: [],
      primary_category: '',
    };
    if (earlier.title !== undefined) text.title = earlier.title;
    if (earlier.abstract !== undefined && earlier.abstract !== null)
      text.abstract = earlier.abstract;
    if (earlier.authors !== undefined) text.authors = earlier.authors;
    if (earlier.comment !== undefined) text.comment = earlier.comment;
    if (!isFull(text)) continue;
    texts.set(earlier.version, text);
    next = text;
  }
  return texts;
}

function isSeen({ from, title, abstract, authors, comment }: EarlierVersion): boolean {
  return [from, title, abstract, authors, comment].some((field) => field !== undefined);
}

function unknownFields(record: object, known: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !known.has(key)));
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
