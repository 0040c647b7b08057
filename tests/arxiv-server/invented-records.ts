/**
 * Papers as arXiv gets and announces them: submissions spread over the week, a part held by moderation, ids given at
 * the announcement in order of submission, replacements, later cross-lists, withdrawals. The same seed, the same papers.
 */
import type { Day, Instant, PaperId } from '../../src/paper.ts';
import { inventAuthors, inventComment, inventText } from './invented-text.ts';
import { addDays, listingDate, lists } from './mailing-calendar.ts';
import { seededRandom, type Random } from './seeded-random.ts';
import type { ServedPaper, ServedVersion } from './served-paper.ts';

export interface InventOptions {
  seed: number;
  /** The first day (UTC) of submissions, and how many days follow. */
  from: Day;
  days: number;
  perWeekday: number;
}

export interface Invented {
  papers: ServedPaper[];
  /** Ids of papers in whose text a topical phrase stands. */
  topical: Set<PaperId>;
}

const license = 'http://creativecommons.org/licenses/by/4.0/';

interface Submission {
  serial: number;
  submitted: Instant;
  announced: Day;
}

export function inventRecords({ seed, from, days, perWeekday }: InventOptions): Invented {
  const random = seededRandom(seed);
  const submissions: Submission[] = [];
  for (let i = 0; i < days; i += 1) {
    const day = addDays(from, i);
    const weekend = [0, 6].includes(new Date(day).getUTCDay());
    const count = Math.round(perWeekday * (weekend ? 0.4 : 1) * (0.8 + random.next() * 0.4));
    for (let n = 0; n < count; n += 1) {
      const at = Date.parse(day) + random.int(0, 86_399) * 1000;
      const submitted = new Date(at).toISOString().replace('.000Z', 'Z');
      const announced = hold(listingDate(submitted), random);
      submissions.push({ serial: submissions.length + 1, submitted, announced });
    }
  }
  return dress(submissions, random);
}

/** About one in ten is held for some mailings, one in a hundred for weeks. */
function hold(due: Day, random: Random): Day {
  if (!random.chance(0.1)) return due;
  let [listing, mailings] = [due, random.chance(0.1) ? 15 : random.int(1, 3)];
  while (mailings > 0) {
    listing = addDays(listing, 1);
    if (lists(listing)) mailings -= 1;
  }
  return listing;
}

/** Ids in order of announcement, and within a mailing of submission; then text, versions and cross-lists. */
function dress(submissions: Submission[], random: Random): Invented {
  submissions.sort(
    (a, b) => compare(a.announced, b.announced) || compare(a.submitted, b.submitted),
  );
  const topical = new Set<PaperId>();
  const next = new Map<string, number>();
  const papers = submissions.map((submission) => {
    // the month of an id is that of the evening that mails it
    const month = addDays(submission.announced, -1).slice(2, 7).replace('-', '');
    // steps, because most ids belong to categories nobody asks for
    const number = (next.get(month) ?? 20) + random.int(1, 9);
    next.set(month, number);
    const id = `${month}.${String(number).padStart(5, '0')}`;
    return dressOne(id, submission, random, topical);
  });
  return { papers, topical };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function dressOne(
  id: PaperId,
  { serial, submitted, announced }: Submission,
  random: Random,
  topical: Set<PaperId>,
): ServedPaper {
  const text = inventText(random, random.chance(0.5), serial);
  if (text.topical) topical.add(id);
  const authors = inventAuthors(random, serial % 400 === 0 ? 500 : random.int(1, 8));
  const first: ServedVersion = {
    version: 1,
    submitted,
    announced,
    title: text.title,
    abstract: text.abstract,
    authors,
    comment: inventComment(random, serial),
    journal_ref: null,
    doi: random.chance(0.05) ? `10.5555/pulse.${serial}` : null,
  };
  const categories = inventCategories(random);
  const paper: ServedPaper = { id, categories, license, versions: [first] };
  while (random.chance(0.25)) paper.versions.push(replace(paper, random));
  if (!categories.includes('cs.RO') && random.chance(0.03)) {
    paper.crossListed = [{ category: 'cs.RO', announced: laterListing(announced, random) }];
  }
  if (random.chance(0.03)) paper.metadataChanged = [laterListing(announced, random)];
  return paper;
}

function laterListing(after: Day, random: Random): Day {
  let listing = addDays(after, random.int(1, 12));
  while (!lists(listing)) listing = addDays(listing, 1);
  return listing;
}

function replace(paper: ServedPaper, random: Random): ServedVersion {
  const before = paper.versions.at(-1);
  if (!before) throw new Error(`${paper.id} has no version to replace`);
  const at =
    Date.parse(before.announced) + 86_400_000 * random.int(1, 9) + random.int(0, 86_399) * 1000;
  const submitted = new Date(at).toISOString().replace('.000Z', 'Z');
  const withdrawn = random.chance(0.05);
  return {
    ...before,
    version: before.version + 1,
    submitted,
    announced: listingDate(submitted),
    title: random.chance(0.2) ? `${before.title} (revised)` : before.title,
    abstract: random.chance(0.3) ? `${before.abstract} Ablations were added.` : before.abstract,
    comment: withdrawn ? 'This paper has been withdrawn by the authors' : before.comment,
    ...(withdrawn ? { withdrawn } : {}),
  };
}

/** A primary category and none to two others, in about the mix that robotics sees. */
function inventCategories(random: Random): string[] {
  const primary = random.pick([
    'cs.RO',
    'cs.RO',
    'cs.RO',
    'cs.CV',
    'cs.CV',
    'cs.LG',
    'cs.LG',
    'cs.AI',
    'cs.CL',
    'eess.SY',
  ]);
  const others = [
    random.pick(['cs.RO', 'cs.AI', 'cs.LG', 'cs.CV', 'cs.SY']),
    random.pick(['cs.HC', 'cs.AI', 'math.OC']),
  ];
  return [...new Set([primary, ...others.slice(0, random.int(0, 2))])];
}
